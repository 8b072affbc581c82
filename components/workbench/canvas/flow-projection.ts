import type { Component } from "#core/architecture/architecture.schema.ts";
import { pairKey, type Pair } from "#core/architecture/subject.ts";
import type { ConnectionKind } from "#core/architecture/vocabulary.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { drawComponent } from "#core/diagram/draw-component.ts";
import { COMPONENT_SIZE, type Box } from "#core/diagram/layout-sketch.ts";
import type { Point } from "#core/diagram/route-lines.ts";
import type { Session } from "#core/document/session.schema.ts";
import { restsOnAnswers } from "#core/report/asked-questions.ts";
import { percent } from "#core/report/wording.ts";
import { Position, type Edge, type Node, type NodeHandle } from "@xyflow/react";
import type { Selection } from "../selection.ts";
import { boxesOf, placeOf, seamEdgeId, type DrawnSeam, type Lines, type Route } from "./sketch-drawing.ts";

export type ComponentNode = Node<
  { readonly component: Component; readonly isRenaming: boolean },
  "component"
>;

export type SketchEdge = Edge<
  {
    /** Null for the stitched line of a seam. */
    readonly connection: { readonly id: string; readonly kind: ConnectionKind } | null;
    readonly label: string;
    readonly route: Route | null;
    readonly labelAt: Point | null;
    /** Where the two ends lay when the route was found; elsewhere it does not hold. */
    readonly ends: string;
  },
  "sketch"
>;

/** What the canvas shows beside the session itself. */
export interface CanvasView {
  readonly selection: Selection;
  readonly renaming: string | null;
}

type Sketch = Pick<Session, "architecture" | "positions">;

export const DOT = 12;
const HANDLES: NodeHandle[] = [
  {
    type: "source",
    position: Position.Right,
    x: COMPONENT_SIZE.width - DOT / 2,
    y: COMPONENT_SIZE.height / 2 - DOT / 2,
    width: DOT,
    height: DOT,
  },
  { type: "target", position: Position.Left, x: 0, y: 0, ...COMPONENT_SIZE },
];

/** Remembers the nodes it made last, so that a node that shows the same as before is the same object. */
export function createNodeProjector(): (sketch: Sketch, view: CanvasView) => ComponentNode[] {
  let known: ReadonlyMap<string, ComponentNode> = new Map();
  let nodes: ComponentNode[] = [];
  return ({ architecture, positions }, { selection, renaming }) => {
    const { components } = architecture;
    const selected = new Set(selection.components);
    const stop = selection.components.at(-1) ?? firstInReading(components, positions);
    const next = components.map((component, i) => {
      const { id } = component;
      const [x, y] = placeOf(positions, id, i);
      const shown: Shown = {
        component,
        x,
        y,
        isSelected: selected.has(id),
        isStop: id === stop,
        isRenaming: renaming === id,
      };
      const before = known.get(id);
      return before !== undefined && shows(before, shown) ? before : { ...before, ...toNode(shown) };
    });
    known = new Map(next.map((node) => [node.id, node]));
    return (nodes = isSameList(nodes, next) ? nodes : next);
  };
}

interface Shown {
  readonly component: Component;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly isRenaming: boolean;
}

function toNode({ component, x, y, isSelected, isStop, isRenaming }: Shown): ComponentNode {
  return {
    id: component.id,
    type: "component",
    position: { x, y },
    ...COMPONENT_SIZE,
    // Known before it is drawn, so that what lies off the screen counts when the whole sketch is shown.
    measured: COMPONENT_SIZE,
    handles: HANDLES,
    selected: isSelected,
    focusable: isStop,
    ariaRole: "group",
    ariaLabel: `${component.name}, ${component.kind}`,
    data: { component, isRenaming },
  };
}

function shows(node: ComponentNode, { component, x, y, isSelected, isStop, isRenaming }: Shown): boolean {
  return (
    node.position.x === x &&
    node.position.y === y &&
    node.selected === isSelected &&
    node.focusable === isStop &&
    node.data.isRenaming === isRenaming &&
    looksSame(node.data.component, component)
  );
}

const BOX: Box = { x: 0, y: 0, ...COMPONENT_SIZE };

/** Most of what is said about a component, such as an answer, does not show on it. */
function looksSame(a: Component, b: Component): boolean {
  return (
    a === b || (a.name === b.name && a.kind === b.kind && drawComponent(a, BOX) === drawComponent(b, BOX))
  );
}

/** The nodes with some of them somewhere else, as in a drag: only these are new. */
export function withPlaces(
  nodes: ComponentNode[],
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): ComponentNode[] {
  if (places.size === 0) return nodes;
  return nodes.map((node) => {
    const at = places.get(node.id);
    return at === undefined ? node : { ...node, position: { x: at.x, y: at.y } };
  });
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** The canvas is one stop on the way of the Tab key: the selected component, or else the one at the top left. */
function firstInReading(
  components: readonly Component[],
  positions: Session["positions"],
): string | undefined {
  let first: string | undefined;
  let least = Infinity;
  components.forEach(({ id }, i) => {
    const [x, y] = placeOf(positions, id, i);
    if (y * 4 + x >= least) return;
    [first, least] = [id, y * 4 + x];
  });
  return first;
}

/** The pairs drawn as seams: those a person marked, and those the engine holds to be seams. */
export function drawnSeams(marked: Session["seams"], found: readonly Candidate[]): readonly DrawnSeam[] {
  const drawn = new Map<string, DrawnSeam>();
  for (const { between } of marked) drawn.set(pairKey(...between), { between, label: "marked" });
  for (const candidate of found.toReversed()) {
    const { between, probability, ladder } = candidate;
    const standing = restsOnAnswers(candidate) ? ladder.rung : "suspected";
    drawn.set(pairKey(...between), { between, label: `${standing} · ${percent(probability)}` });
  }
  return [...drawn.values()];
}

/** Remembers the edges it made last, so that an edge that shows the same as before is the same object. */
export function createEdgeProjector(): (
  sketch: Sketch,
  seams: readonly DrawnSeam[],
  lines: Lines,
  selection: Selection,
) => SketchEdge[] {
  let known: ReadonlyMap<string, SketchEdge> = new Map();
  let edges: SketchEdge[] = [];
  return ({ architecture, positions }, seams, { routes, labels }, selection) => {
    const names = new Map(architecture.objects.map(({ id, name }) => [id, name]));
    const boxes = boxesOf(architecture, positions);
    const edge = (id: string, [source, target]: Pair, connection: Connection | null, label: string) => {
      const before = known.get(id);
      const data = {
        connection,
        label,
        route: routes.get(id) ?? null,
        labelAt: labels.get(id) ?? null,
        ends: endsKey(boxes.get(source), boxes.get(target)),
      };
      const isSelected = connection !== null && selection.connection === id;
      const isSame = before?.source === source && before.target === target && before.selected === isSelected;
      if (isSame && isSameLook(before.data, data)) return before;
      return { ...toEdge, id, source, target, selected: isSelected, data, ...(connection ? {} : SEAM_ABOVE) };
    };
    const next = [
      ...architecture.connections.map(({ id, from, to, kind, carries }) =>
        edge(id, [from, to], { id, kind }, names.get(carries ?? "") ?? ""),
      ),
      ...seams.map(({ between, label }) => edge(seamEdgeId(between), between, null, label)),
    ];
    known = new Map(next.map((one) => [one.id, one]));
    return (edges = isSameList(edges, next) ? edges : next);
  };
}

type EdgeLook = NonNullable<SketchEdge["data"]>;
type Connection = NonNullable<EdgeLook["connection"]>;
const toEdge = { type: "sketch", focusable: false } as const;
const SEAM_ABOVE = { zIndex: 2 } as const;

function isSameLook(a: EdgeLook | undefined, b: EdgeLook): boolean {
  return (
    a !== undefined &&
    a.connection?.kind === b.connection?.kind &&
    a.label === b.label &&
    a.route === b.route &&
    a.labelAt === b.labelAt &&
    a.ends === b.ends
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export function endsKey(a: Place | undefined, b: Place | undefined): string {
  return [a?.x, a?.y, b?.x, b?.y].map((value) => Math.round(value ?? 0)).join(",");
}
