import type { ConnectionKind } from "../../architecture/vocabulary.ts";
import type { RecordedService, RecordedSpan } from "./recorded-span.ts";
import { indexSpans, isOfOneService, type SpanIndex } from "./span-index.ts";
import {
  addressOf,
  destinationOf,
  externalUse,
  queueUse,
  storeUse,
  type Target,
  type Use,
} from "./span-target.ts";

/** Of the names of operations and of the durations, so many are kept for one connection. */
const MOST_OPERATIONS = 5;

/** A service that recorded spans, or something that they name. */
export interface GraphNode {
  readonly key: string;
  readonly service: RecordedService | null;
  readonly target: Target | null;
  readonly first: RecordedSpan;
  readonly instances: Set<string>;
  readonly clusters: Set<string>;
  /** Which kinds of spans it has. */
  readonly kinds: Set<string>;
  spans: number;
}

/** What was seen between two of them, of one kind. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: ConnectionKind;
  guessedKind: string | undefined;
  readonly first: RecordedSpan;
  readonly operations: Set<string>;
  /** Microseconds, of those that waited for an answer. */
  readonly durations: number[];
  count: number;
  failed: number;
  /** Whether a trace was seen to go on at the other end. */
  carriesContext: boolean;
  /** The most that one request was tried again. */
  retries: number;
}

export interface ServiceGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly index: SpanIndex;
  readonly traces: number;
  /** Spans whose parent is not in the files. */
  readonly dangling: number;
  /** Spans that begin before what called them. */
  readonly skewed: number;
  /** Queues out of which traces were seen to begin anew, and none to go on. */
  readonly cutOff: ReadonlySet<string>;
}

/** Who called whom, and who handed something to whom, by the spans of all files. Takes time in proportion to them. */
export function graphOf(spans: readonly RecordedSpan[]): ServiceGraph {
  const graph = new Graph(indexSpans(spans));
  return graph.read();
}

class Graph {
  readonly #index: SpanIndex;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();
  /** Spans that have a span of another service somewhere below them. */
  readonly #reaching = new Set<RecordedSpan>();
  /** The edge on which a span went out. */
  readonly #edgeOf = new Map<RecordedSpan, GraphEdge>();
  /** What answers at an address; null where it was not always the same. */
  readonly #addresses = new Map<string, string | null>();
  readonly #joined = new Set<string>();
  readonly #begun = new Set<string>();
  #dangling = 0;
  #skewed = 0;

  constructor(index: SpanIndex) {
    this.#index = index;
  }

  read(): ServiceGraph {
    const { spans } = this.#index;
    for (const span of spans) this.#service(span);
    for (const span of spans) this.#toParent(span);
    for (const span of spans) this.#links(span);
    for (const span of spans) this.#ownUse(span);
    this.#retries();
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      index: this.#index,
      traces: new Set(spans.map(({ trace }) => trace)).size,
      dangling: this.#dangling,
      skewed: this.#skewed,
      cutOff: new Set([...this.#begun].filter((queue) => !this.#joined.has(queue))),
    };
  }

  #service(span: RecordedSpan): void {
    const node = this.#node(serviceKey(span.service), span, span.service, null);
    if (span.service.instance !== null) node.instances.add(span.service.instance);
    if (span.service.cluster !== null) node.clusters.add(span.service.cluster);
    if (span.kind !== null) node.kinds.add(span.kind);
  }

  /** A parent in another service called this one, or left it a message. */
  #toParent(span: RecordedSpan): void {
    const parent = this.#index.parentOf(span);
    if (parent === undefined) {
      if (span.parent !== null) this.#dangling += 1;
      return;
    }
    if (isOfOneService(parent, span)) return;
    this.#reachUp(parent);
    const isSent = span.follows || span.kind === "consumer" || parent.kind === "producer";
    if (isSent) this.#sent(parent, span);
    else this.#called(parent, span);
  }

  #called(caller: RecordedSpan, span: RecordedSpan): void {
    if (span.start + 1 < caller.start) this.#skewed += 1;
    const to = serviceKey(span.service);
    const edge = this.#edge(caller, to, "call");
    edge.carriesContext = true;
    this.#edgeOf.set(caller, edge);
    this.#count(edge, caller.kind === "client" ? caller : span, caller.isFailed || span.isFailed);
    this.#learnAddress(caller, to);
  }

  #sent(cause: RecordedSpan, span: RecordedSpan): void {
    if (this.#overQueue(cause, span)) return;
    const edge = this.#edge(cause, serviceKey(span.service), "send");
    edge.carriesContext = true;
    this.#count(edge, null, span.isFailed);
  }

  /** What answered at an address is there also when it does not answer. */
  #learnAddress(caller: RecordedSpan, service: string): void {
    const address = addressOf(caller);
    if (address === undefined) return;
    const known = this.#addresses.get(address);
    this.#addresses.set(address, known === undefined || known === service ? service : null);
  }

  #reachUp(from: RecordedSpan): void {
    let at: RecordedSpan | undefined = from;
    while (at !== undefined && !this.#reaching.has(at) && isOfOneService(at, from)) {
      this.#reaching.add(at);
      at = this.#index.parentOf(at);
    }
  }

  /** What follows from a span goes on from there, without being waited for. */
  #links(span: RecordedSpan): void {
    for (const reference of span.links) {
      const cause = this.#index.at(reference);
      if (cause === undefined || isOfOneService(cause, span)) continue;
      this.#sent(cause, span);
      if (cause.kind === "producer" || span.kind === "consumer") continue;
      const edge = this.#edges.get(edgeKey(serviceKey(cause.service), serviceKey(span.service), "send"));
      if (edge !== undefined)
        edge.guessedKind ??= "a link between spans says that one led to the other, and not how";
    }
  }

  /** Whether a message went over a queue that is named; its two sides then know of each other. */
  #overQueue(cause: RecordedSpan, span: RecordedSpan): boolean {
    const queue = destinationOf(span) ?? destinationOf(cause);
    if (queue === null) return false;
    const key = targetKey(queue);
    this.#joined.add(key);
    this.#node(key, span, null, queue);
    const sent = this.#edge(cause, key, "send");
    const taken = this.#edgeBetween(key, serviceKey(span.service), "send", span);
    sent.carriesContext = true;
    taken.carriesContext = true;
    return true;
  }

  /** What a span says itself of what it uses. */
  #ownUse(span: RecordedSpan): void {
    const use = queueUse(span) ?? (this.#reaching.has(span) ? null : (storeUse(span) ?? externalUse(span)));
    if (use === null) return;
    const known = use.target.kind === "external" ? this.#serviceAt(span) : undefined;
    const key = known ?? targetKey(use.target);
    if (key === serviceKey(span.service)) return;
    if (known === undefined) this.#node(key, span, null, use.target);
    this.#use(span, key, use);
  }

  #use(span: RecordedSpan, key: string, { fromTarget, kind, guessedKind }: Use): void {
    const own = serviceKey(span.service);
    const edge = fromTarget
      ? this.#edgeBetween(key, own, kind, span)
      : this.#edgeBetween(own, key, kind, span);
    edge.guessedKind = edge.count === 0 ? guessedKind : guessedKind && edge.guessedKind;
    this.#edgeOf.set(span, edge);
    this.#count(edge, kind === "send" ? null : span, span.isFailed);
    if (fromTarget && span.parent === null && span.links.length === 0) this.#begun.add(key);
  }

  /** A service of the files that is called like the address, or that answered there. */
  #serviceAt(span: RecordedSpan): string | undefined {
    const address = addressOf(span) ?? "";
    const [first = ""] = address.split(".", 1);
    const names = address.includes(".svc") ? [address, first] : [address];
    const keys = names.map((name) => serviceKey({ name, namespace: span.service.namespace }));
    return keys.find((key) => this.#nodes.has(key)) ?? this.#addresses.get(address) ?? undefined;
  }

  /** Of several tries of one thing, all after the first that failed are retries. */
  #retries(): void {
    const firstFailure = new Map<string, number>();
    for (const [span, edge] of this.#edgeOf) {
      if (!span.isFailed || span.parent === null) continue;
      const key = tryKey(span, edge);
      firstFailure.set(key, Math.min(firstFailure.get(key) ?? Infinity, span.start));
    }
    const again = new Map<string, number>();
    for (const [span, edge] of this.#edgeOf) {
      const key = tryKey(span, edge);
      const isAgain = span.start > (firstFailure.get(key) ?? Infinity);
      if (isAgain) again.set(key, (again.get(key) ?? 0) + 1);
      edge.retries = Math.max(edge.retries, again.get(key) ?? 0, resendsOf(span));
    }
  }

  #edge(from: RecordedSpan, to: string, kind: ConnectionKind): GraphEdge {
    return this.#edgeBetween(serviceKey(from.service), to, kind, from);
  }

  #edgeBetween(from: string, to: string, kind: ConnectionKind, first: RecordedSpan): GraphEdge {
    const key = edgeKey(from, to, kind);
    const known = this.#edges.get(key);
    if (known !== undefined) {
      if (known.operations.size < MOST_OPERATIONS) known.operations.add(first.name);
      return known;
    }
    const edge: GraphEdge = {
      ...{ from, to, kind, first, guessedKind: undefined, operations: new Set([first.name]), durations: [] },
      ...{ count: 0, failed: 0, carriesContext: false, retries: 0 },
    };
    this.#edges.set(key, edge);
    return edge;
  }

  #count(edge: GraphEdge, timed: RecordedSpan | null, isFailed: boolean): void {
    edge.count += 1;
    if (isFailed) edge.failed += 1;
    if (timed !== null) edge.durations.push(timed.duration);
  }

  #node(key: string, first: RecordedSpan, service: RecordedService | null, target: Target | null): GraphNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) {
      known.spans += 1;
      return known;
    }
    const sets = { instances: new Set<string>(), clusters: new Set<string>(), kinds: new Set<string>() };
    const node: GraphNode = { key, service, target, first, ...sets, spans: 1 };
    this.#nodes.set(key, node);
    return node;
  }
}

function serviceKey({ name, namespace }: Pick<RecordedService, "name" | "namespace">): string {
  return JSON.stringify(["service", namespace, name]);
}

function targetKey({ kind, name, system }: Target): string {
  return JSON.stringify([kind, system, name]);
}

function edgeKey(from: string, to: string, kind: ConnectionKind): string {
  return `${from}\n${to}\n${kind}`;
}

/** How often an HTTP client says that it sent this again. */
function resendsOf({ tags }: RecordedSpan): number {
  const said = Number(tags.get("http.request.resend_count") ?? tags.get("http.resend_count") ?? "0");
  return said > 0 && said < 1_000 ? Math.floor(said) : 0;
}

function tryKey(span: RecordedSpan, { to }: GraphEdge): string {
  return JSON.stringify([span.trace, span.parent?.id, span.service.name, span.name, to]);
}
