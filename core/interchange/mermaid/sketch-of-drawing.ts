import type { ComponentKind } from "../../architecture/vocabulary.ts";
import type { DrawnEdge, DrawnGraph, DrawnNode } from "./drawn-graph.ts";
import { guessConnectionKind } from "../guess/guess-connection-kind.ts";
import { guessKind, type GuessedKind } from "../guess/guess-kind.ts";
import type { ImportFile } from "../importer.ts";
import { readMark, type MarkedSeamText } from "../drawings/seamark-mark.ts";
import type { Origin, SketchBuilder } from "../sketch-builder.ts";

const UNKNOWN = "the file does not say what it is: taken for a service";

export interface DrawingSettings {
  readonly file: ImportFile;
  /** Written by ourselves: then every line counts, and what is not said is as we leave it out. */
  readonly isOurs: boolean;
  /** Its words say that it is an architecture. */
  readonly isArchitecture: boolean;
}

/** Puts what a drawing shows into a sketch: boxes are components, lines are connections, groups are boundaries. */
export function sketchDrawing(graph: DrawnGraph, sketch: SketchBuilder, settings: DrawingSettings): void {
  const isPlain = !settings.isOurs && !settings.isArchitecture && !saysArchitecture(graph);
  const groups = groupsOf(graph, sketch, settings);
  const ids = new Map<string, string>();
  const kinds = new Map<string, ComponentKind>();
  for (const node of graph.nodes.values()) {
    const { kind, guess: guessedKind } = kindOfNode(node, isPlain);
    const origin = { what: node.what, file: settings.file.name, line: node.line, guessedKind };
    const group = graph.groupOf.get(node.key);
    const around = [...(group === undefined ? [] : [group]), ...node.also];
    const boundaries = around.flatMap((key) => groups.get(key) ?? []);
    const id = sketch.component({ name: node.label, kind, boundaries, notes: node.notes }, origin);
    ids.set(node.key, id);
    kinds.set(id, kind);
  }
  drawConnections(graph, sketch, { ...settings, ids, kinds });
  const { name } = settings.file;
  for (const { what, line } of graph.leftOut) sketch.leftOut(what, { file: name, line });
  if (isPlain && graph.nodes.size > 0) sketch.leftOut(NOT_AN_ARCHITECTURE, { file: name, line: null });
}

const NOT_AN_ARCHITECTURE =
  "nothing in it says that it is an architecture: it is read as boxes and lines, and what they are is for you to say";

/** A name or a shape of a component in every fifth box at least, and nothing that only a drawing of decisions has. */
function saysArchitecture({ nodes, decides }: DrawnGraph): boolean {
  if (decides) return false;
  const telling = [...nodes.values()].filter(
    ({ kind, hint, label }) => kind !== null || hint !== null || guessKind(label) !== null,
  );
  return telling.length > 0 && telling.length * 5 >= nodes.size;
}

function kindOfNode(
  { kind, hint, label }: DrawnNode,
  isPlain: boolean,
): { readonly kind: ComponentKind; readonly guess?: string } {
  if (kind !== null) return { kind };
  if (isPlain) return { kind: "service", guess: UNKNOWN };
  const guessed = ofShapeAndName(hint, guessKind(label));
  return guessed === null
    ? { kind: "service", guess: UNKNOWN }
    : { kind: guessed.kind, guess: guessed.because };
}

/** A cylinder holds something: a name that says what it holds says more, any other says less. */
function ofShapeAndName(hint: GuessedKind | null, name: GuessedKind | null): GuessedKind | null {
  const holds = ["store", "cache", "queue", "directory", "config"];
  if (hint?.kind === "store") return name !== null && holds.includes(name.kind) ? name : hint;
  return hint ?? name;
}

function groupsOf(
  { groups }: DrawnGraph,
  sketch: SketchBuilder,
  { file }: DrawingSettings,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { key, title, what, within, line, kind } of groups.values()) {
    const origin = { what, file: file.name, line, guessedKind: kind.because };
    const around = within === null ? null : (ids.get(within) ?? null);
    ids.set(key, sketch.boundary({ name: title, kind: kind.kind, within: around }, origin));
  }
  return ids;
}

interface Known extends DrawingSettings {
  readonly ids: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, ComponentKind>;
}

function drawConnections({ edges, groups }: DrawnGraph, sketch: SketchBuilder, known: Known): void {
  const drawn = new Set<string>();
  for (const edge of edges) {
    const [from, to] = [known.ids.get(edge.from), known.ids.get(edge.to)];
    const what = `${edge.from} → ${edge.to}${edge.label === "" ? "" : `, “${edge.label}”`}`;
    const origin = { what, file: known.file.name, line: edge.line };
    if (from === undefined || to === undefined) {
      const end = from === undefined ? edge.from : edge.to;
      const why = groups.has(end)
        ? `“${end}” is a group, and a connection has components at both ends`
        : `there is no “${end}”`;
      sketch.leftOut(`${what}: ${why}`, origin);
    } else {
      connect({ from, to, edge, origin }, sketch, known, drawn);
      if (edge.bothWays) connect({ from: to, to: from, edge, origin }, sketch, known, drawn);
    }
  }
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly edge: DrawnEdge;
  readonly origin: Origin;
}

function connect(line: Line, sketch: SketchBuilder, known: Known, drawn: Set<string>): void {
  const { from, to, edge, origin } = line;
  const mark = readMark(edge.mark);
  if (mark.seam !== undefined) markSeam(from, to, mark.seam, sketch);
  else if (known.isOurs) {
    const carries = mark.carries === true ? sketch.object(edge.label, origin) : null;
    sketch.connection({ from, to, kind: mark.connection ?? "call", carries }, origin);
  } else connectByGuess(line, sketch, known, drawn);
}

/** The same line drawn twice is one connection; two with different labels are two. */
function connectByGuess(line: Line, sketch: SketchBuilder, known: Known, drawn: Set<string>): void {
  const { from, to, edge, origin } = line;
  const { kind, because } = guessConnectionKind(edge.label, known.kinds.get(from), known.kinds.get(to));
  const key = JSON.stringify([from, to, kind, edge.label]);
  if (drawn.has(key)) return;
  drawn.add(key);
  const notes = [edge.label, edge.notes].filter((text) => text !== "").join(". ");
  sketch.connection({ from, to, kind, notes }, { ...origin, guessedKind: because });
}

function markSeam(a: string, b: string, seam: MarkedSeamText, sketch: SketchBuilder): void {
  const { rung, mechanism, sentence, owner } = seam;
  if (a !== b)
    sketch.seam({ between: [a, b], note: `The file says: ${rung}.`, mechanism, invariant: sentence, owner });
}
