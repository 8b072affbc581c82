import type { Architecture } from "../architecture/architecture.schema.ts";
import { subjectKey, type Pair } from "../architecture/subject.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Change } from "../diagnosis/changes.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { freePlace } from "../diagram/free-place.ts";
import { COMPONENT_SIZE, layoutSketch, type SketchLayout } from "../diagram/layout-sketch.ts";
import { renderSketch } from "../diagram/render-sketch.ts";
import { spreadBoxes } from "../diagram/spread-boxes.ts";
import type { Position, Session } from "../document/session.schema.ts";
import type { MoveOutlook } from "./move-outlook.ts";
import { triedMoves, type MoveTried } from "./tried-moves.ts";

/** Up to here a drawing is read whole; of a larger sketch it shows what the move touches, and what is next to that. */
const READ_WHOLE = 12;

export interface WhatIf {
  readonly outlook: MoveOutlook;
  readonly tried: MoveTried;
  /** Two drawings in which everything that is in both lies at the same place. */
  readonly before: string;
  readonly after: string;
  /** The size of both. */
  readonly size: Pick<SketchLayout, "width" | "height">;
  /** Some of the sketch lies outside the drawings. */
  readonly isPart: boolean;
  /** Where the components that the move adds would lie on the sketch. */
  readonly added: Readonly<Record<string, Position>>;
}

/** What a move would do to a sketch, drawn and in words. Null where there is nothing that it could change. */
export function whatIf(
  session: Session,
  catalogue: readonly Mechanism[],
  candidate: Candidate,
  moveKey: string,
): WhatIf | null {
  const tried = triedMoves(session, catalogue)(candidate, moveKey);
  return tried === null ? null : drawTriedMove(session, candidate, tried, "what-if");
}

/** Draws a move that was tried. The prefix keeps the ids of several of them in one document apart. */
export function drawTriedMove(
  session: Session,
  candidate: Candidate,
  tried: MoveTried,
  idPrefix: string,
): WhatIf {
  const { architecture } = session;
  const places = placesOf(session, tried);
  const { goesTo, isStillASeam } = tried;
  const shown = shownIn(tried, candidate, goesTo, architecture);
  const layout = layoutOf(places.all, shown);
  const draw = (sketch: Architecture, seams: readonly Pair[], name: "before" | "after") =>
    renderSketch(croppedTo(sketch, shown), {
      seams,
      layout,
      title: name === "before" ? "The sketch as it stands" : "The copy with the move made",
      idPrefix: `${idPrefix}-${name}`,
      marked: marksOf(tried.changes, name),
    });
  return {
    outlook: tried.outlook,
    tried,
    before: draw(architecture, [candidate.between], "before"),
    after: draw(tried.architecture, [...(isStillASeam ? [candidate.between] : []), ...goesTo], "after"),
    size: layout,
    isPart: shown.size < new Set([...idsOf(architecture), ...idsOf(tried.architecture)]).size,
    added: places.added,
  };
}

function idsOf({ components }: Architecture): readonly string[] {
  return components.map(({ id }) => id);
}

/** What was added lies near the middle of what it is connected to. */
function placesOf({ architecture, positions }: Session, tried: MoveTried) {
  const laidOut = idsOf(architecture).every((id) => positions[id] !== undefined)
    ? positions
    : layOut(architecture);
  const known = idsOf(architecture).map((id, i) => [id, laidOut[id] ?? [0, i * 96]] as const);
  const all = new Map<string, Position>(known);
  const added: Record<string, Position> = {};
  for (const id of idsOf(tried.architecture).filter((one) => !all.has(one))) {
    const near = tried.architecture.connections
      .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
      .flatMap((other) => {
        const place = all.get(other);
        return place === undefined ? [] : [place];
      });
    const middle = (axis: 0 | 1) => near.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, near.length);
    added[id] = freePlace([...all.values()], [Math.round(middle(0)), Math.round(middle(1))]);
    all.set(id, added[id]);
  }
  return { all, added };
}

const laidOutBefore = new WeakMap<Architecture, Session["positions"]>();

/** Where nobody placed anything, as a file has it that was never opened. All moves of a sketch are drawn on one layout. */
function layOut(architecture: Architecture): Session["positions"] {
  const before = laidOutBefore.get(architecture);
  if (before !== undefined) return before;
  const { components } = layoutSketch(architecture);
  const positions = Object.fromEntries([...components].map(([id, { x, y }]) => [id, [x, y] as const]));
  laidOutBefore.set(architecture, positions);
  return positions;
}

function layoutOf(places: ReadonlyMap<string, Position>, shown: ReadonlySet<string>): SketchLayout {
  const boxes = [...places]
    .filter(([id]) => shown.has(id))
    .map(([id, [x, y]]) => [id, { x, y, ...COMPONENT_SIZE }] as const);
  return spreadBoxes(new Map(boxes));
}

/** The components to draw: all of a small sketch; of a larger one the seams, what the move touches, and its neighbours. */
function shownIn(
  { architecture: copy, changes }: MoveTried,
  { between, elements }: Candidate,
  goesTo: readonly Pair[],
  sketch: Architecture,
): ReadonlySet<string> {
  const all = new Set([...idsOf(sketch), ...idsOf(copy)]);
  if (all.size <= READ_WHOLE) return all;
  const changed = new Set([
    ...changes.map(({ list, id }) => `${list} ${id}`),
    ...elements.flatMap((about) => ("connection" in about ? [`connections ${about.connection}`] : [])),
  ]);
  const ways = [...sketch.connections, ...copy.connections];
  const touched = new Set([
    ...[between, ...goesTo].flat(),
    ...idsOf(copy).filter((id) => changed.has(`components ${id}`)),
    ...ways.filter(({ id }) => changed.has(`connections ${id}`)).flatMap(({ from, to }) => [from, to]),
  ]);
  const next = ways.flatMap(({ from, to }) => (touched.has(from) || touched.has(to) ? [from, to] : []));
  const withNext = new Set([...touched, ...next]);
  return withNext.size <= READ_WHOLE ? withNext : touched;
}

export function croppedTo(architecture: Architecture, shown: ReadonlySet<string>): Architecture {
  return {
    ...architecture,
    boundaries: [],
    components: architecture.components
      .filter(({ id }) => shown.has(id))
      .map((component) => ({ ...component, boundaries: [] })),
    connections: architecture.connections.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
}

const WORDS = { added: "new", removed: "gone", changed: "changed" } as const;

/** What is heavy in a drawing: before the move what it takes away or changes, after it what it changed or brought. */
function marksOf(changes: readonly Change[], name: "before" | "after"): ReadonlyMap<string, string> {
  const absent = name === "before" ? "added" : "removed";
  return new Map(
    changes.flatMap(({ kind, list, id }) => {
      if (kind === absent) return [];
      if (list === "components") return [[subjectKey({ component: id }), WORDS[kind]] as const];
      return list === "connections" ? [[subjectKey({ connection: id }), WORDS[kind]] as const] : [];
    }),
  );
}
