import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";
import { guessKind } from "../guess/guess-kind.ts";
import type { Place } from "../importer.ts";
import type { RecordedSpan } from "./recorded-span.ts";
import { scaleOf } from "../running/running-component.ts";
import type { GraphEdge, GraphNode, ServiceGraph } from "./service-graph.ts";
import type { Target } from "./span-target.ts";
import type { SketchBuilder } from "../sketch-builder.ts";

export type PlaceOf = (span: RecordedSpan) => Place;

interface Seeming {
  readonly kind: ComponentKind;
  readonly guess: string | undefined;
}

/** Draws what was seen. */
export function drawGraph(sketch: SketchBuilder, graph: ServiceGraph, placeOf: PlaceOf): void {
  const boundaries = new Boundaries(sketch, graph, placeOf);
  const ids = new Map<string, string>();
  for (const node of graph.nodes.values()) {
    const { kind, guess: guessedKind } = seemingNode(node);
    const component = { name: nameOf(node), kind, boundaries: boundaries.of(node), notes: nodeNotes(node) };
    const id = sketch.component(component, { what: nodeTitle(node), guessedKind, ...placeOf(node.first) });
    ids.set(node.key, id);
    stateScale(sketch, node, id, placeOf);
  }
  for (const edge of graph.edges.values()) drawEdge(sketch, graph, edge, ids, placeOf(edge.first));
}

const VERBS: Readonly<Partial<Record<ConnectionKind, string>>> = {
  call: "calls",
  send: "sends to",
  read: "reads from",
  write: "writes to",
};

function drawEdge(
  sketch: SketchBuilder,
  { nodes, cutOff }: ServiceGraph,
  edge: GraphEdge,
  ids: ReadonlyMap<string, string>,
  place: Place,
): void {
  const { kind, retries, guessedKind, count } = edge;
  const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
  if (from === undefined || to === undefined) return;
  const [one, other] = [nameOf(nodes.get(edge.from)), nameOf(nodes.get(edge.to))];
  const what = `“${one}” ${VERBS[kind] ?? kind} “${other}”, seen ${times(count)}`;
  const numbers = retries > 0 ? { retries } : {};
  const id = sketch.connection(
    { from, to, kind, notes: edgeNotes(edge), numbers },
    { what, guessedKind, ...place },
  );
  if (id !== null) stateEdgeFacts(sketch, edge, id, cutOff, place);
}

function nameOf(node: GraphNode | undefined): string {
  return node?.service?.name ?? node?.target?.name ?? "";
}

function stateScale(
  sketch: SketchBuilder,
  { instances, first }: GraphNode,
  id: string,
  placeOf: PlaceOf,
): void {
  const value = instances.size > 1 ? scaleOf(instances.size) : null;
  if (value === null) return;
  const evidence = `${instances.size} instances recorded spans; there may be more`;
  const address = { about: { component: id }, fact: "scale" } as const;
  sketch.fact({ address, value, evidence, guessed: true }, placeOf(first));
}

function stateEdgeFacts(
  sketch: SketchBuilder,
  { retries, carriesContext, from }: GraphEdge,
  id: string,
  cutOff: ReadonlySet<string>,
  place: Place,
): void {
  const about = { connection: id };
  if (carriesContext) {
    const evidence = "traces were seen to go on at the other end";
    const address = { about, fact: "contextPropagated" } as const;
    sketch.fact({ address, value: true, evidence, guessed: false }, place);
  } else if (cutOff.has(from)) {
    const evidence = "what takes messages from there was seen to begin traces of its own only";
    const address = { about, fact: "contextPropagated" } as const;
    sketch.fact({ address, value: false, evidence, guessed: true }, place);
  }
  if (retries > 0) {
    const evidence = `the same was seen to be tried again, up to ${times(retries)}`;
    const address = { about, fact: "onFailure" } as const;
    sketch.fact({ address, value: "retries", evidence, guessed: true }, place);
  }
}

function seemingNode({ service, target, kinds }: GraphNode): Seeming {
  if (target !== null) return seemingTarget(target);
  if (service?.isBrowser === true) return { kind: "client", guess: undefined };
  const byName = guessKind(service?.name ?? "", (kind) => kind !== "person");
  if (byName !== null && byName.kind !== "service") return { kind: byName.kind, guess: byName.because };
  if (kinds.has("server")) return { kind: "service", guess: undefined };
  if (kinds.has("consumer")) return { kind: "worker", guess: "it takes messages and answers nobody" };
  return { kind: "service", guess: "nothing says what it does, and it is taken for a service" };
}

function seemingTarget({ kind, system }: Target): Seeming {
  const bySystem = kind === "store" ? guessKind(system) : null;
  if (bySystem?.kind === "cache") return { kind: "cache", guess: bySystem.because };
  return { kind, guess: kind === "external" ? "no span of it is in the files" : undefined };
}

function nodeTitle({ service, target }: GraphNode): string {
  if (target === null) return `service “${service?.name ?? ""}”`;
  const what = { store: "database", queue: "destination", external: "other side" }[target.kind];
  return `${what} “${target.name}”${target.system === "" ? "" : ` (${target.system})`}`;
}

function nodeNotes({ target, spans, instances }: GraphNode): string {
  const seen = `Seen in ${spans} ${spans === 1 ? "span" : "spans"}`;
  if (target !== null) return target.system === "" ? seen : `${seen}\nSystem: ${target.system}`;
  return instances.size > 0
    ? `${seen} of ${instances.size} ${instances.size === 1 ? "instance" : "instances"}`
    : seen;
}

function edgeNotes({ count, failed, durations, operations, retries }: GraphEdge): string {
  const named = [...operations].filter((name) => name !== "");
  return [
    `Seen ${times(count)}${failed > 0 ? `, ${failed} with an error` : ""}`,
    ...(durations.length > 0 ? [timing(durations)] : []),
    ...(retries > 0 ? [`Tried again up to ${times(retries)}`] : []),
    ...(named.length > 0 ? [`Operations: ${named.join(", ")}`] : []),
  ].join("\n");
}

function timing(durations: readonly number[]): string {
  const sorted = Float64Array.from(durations).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const words = (microseconds: number) => `${Number((microseconds / 1_000).toPrecision(3))} ms`;
  if (sorted.length === 1) return `Took ${words(at(0))}`;
  return `Took ${words(at(0.5))} at the median, 95 of 100 within ${words(at(0.95))}, at most ${words(at(1))}`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** Namespaces of services; clusters where there are several. */
class Boundaries {
  readonly #sketch: SketchBuilder;
  readonly #placeOf: PlaceOf;
  readonly #ids = new Map<string, string>();
  readonly #hasClusters: boolean;

  constructor(sketch: SketchBuilder, { nodes }: ServiceGraph, placeOf: PlaceOf) {
    this.#sketch = sketch;
    this.#placeOf = placeOf;
    const clusters = new Set([...nodes.values()].flatMap((node) => [...node.clusters]));
    this.#hasClusters = clusters.size > 1;
  }

  of(node: GraphNode): readonly string[] {
    const namespace = node.service?.namespace ?? null;
    const clusters = this.#hasClusters ? [...node.clusters] : [];
    const [cluster] = clusters;
    if (clusters.length > 1) {
      const what = `“${node.service?.name ?? ""}” runs in ${clusters.length} clusters, and is drawn in none`;
      this.#sketch.leftOut(what, this.#placeOf(node.first));
    }
    return [
      ...(namespace === null ? [] : [this.#boundary(namespace, "team", node)]),
      ...(clusters.length === 1 && cluster !== undefined ? [this.#boundary(cluster, "failure", node)] : []),
    ];
  }

  #boundary(name: string, kind: "team" | "failure", { first }: GraphNode): string {
    const key = `${kind} ${name}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const [what, guessedKind] =
      kind === "team"
        ? [`service.namespace “${name}”`, "that those who name it so are one team is a guess"]
        : [`k8s.cluster.name “${name}”`, "that a cluster fails as one is a guess"];
    const id = this.#sketch.boundary({ name, kind }, { what, guessedKind, ...this.#placeOf(first) });
    this.#ids.set(key, id);
    return id;
  }
}
