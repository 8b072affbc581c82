import type { Component } from "#core/architecture/architecture.schema.ts";
import { pairKey, type Pair, type Subject } from "#core/architecture/subject.ts";
import type { ConnectionKind } from "#core/architecture/vocabulary.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import type { Point } from "#core/diagram/route-lines.ts";
import type { Session } from "#core/document/session.schema.ts";
import { restsOnAnswers } from "#core/report/findings.ts";
import { percent } from "#core/report/wording.ts";
import { withSameStructure } from "#live/same-structure.ts";
import { Position, type Edge, type Node, type NodeHandle } from "@xyflow/react";
import type { Selection } from "../selection.ts";
import { boxesOf, seamEdgeId, type DrawnSeam, type Lines, type Route } from "./sketch-drawing.ts";

export type ComponentNode = Node<
  { readonly component: Component; readonly isLit: boolean; readonly isRenaming: boolean },
  "component"
>;

export type SketchEdge = Edge<
  {
    /** Null for the stitched line of a seam. */
    readonly connection: { readonly id: string; readonly kind: ConnectionKind } | null;
    readonly label: string;
    readonly isLit: boolean;
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
  readonly lit: readonly Subject[];
  readonly renaming: string | null;
  /** Where components are that are being dragged right now. */
  readonly dragged: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
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
  let nodes: ComponentNode[] = [];
  return (sketch, view) => (nodes = toNodes(nodes, sketch, view));
}

function toNodes(
  previous: readonly ComponentNode[],
  { architecture, positions }: Sketch,
  { selection, lit, renaming, dragged }: CanvasView,
): ComponentNode[] {
  const known = new Map(previous.map((node) => [node.id, node]));
  const boxes = boxesOf(architecture, positions);
  const litIds = new Set(lit.flatMap((subject) => ("component" in subject ? [subject.component] : [])));
  const stop = tabStop(architecture.components, boxes, selection);
  return architecture.components.map((component) => {
    const { x, y } = dragged.get(component.id) ?? boxes.get(component.id) ?? { x: 0, y: 0 };
    const next: ComponentNode = {
      id: component.id,
      type: "component",
      position: { x, y },
      ...COMPONENT_SIZE,
      // Known before it is drawn, so that what lies off the screen counts when the whole sketch is shown.
      measured: COMPONENT_SIZE,
      handles: HANDLES,
      selected: selection.components.includes(component.id),
      focusable: component.id === stop,
      ariaRole: "group",
      ariaLabel: `${component.name}, ${component.kind}`,
      data: { component, isLit: litIds.has(component.id), isRenaming: renaming === component.id },
    };
    const before = known.get(component.id);
    return before !== undefined && isSameNode(before, next) ? before : { ...before, ...next };
  });
}

function isSameNode(a: ComponentNode, b: ComponentNode): boolean {
  const keys = ["component", "isLit", "isRenaming"] as const;
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.selected === b.selected &&
    a.focusable === b.focusable &&
    keys.every((key) => a.data[key] === b.data[key])
  );
}

/** The canvas is one stop on the way of the Tab key: the selected component, or else the one at the top left. */
function tabStop(
  components: readonly Component[],
  boxes: ReturnType<typeof boxesOf>,
  { components: selected }: Selection,
): string | undefined {
  const last = selected.at(-1);
  if (last !== undefined) return last;
  const reading = (id: string) => (boxes.get(id)?.y ?? 0) * 4 + (boxes.get(id)?.x ?? 0);
  return components.map(({ id }) => id).sort((a, b) => reading(a) - reading(b))[0];
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
export function createEdgeProjector(): (...of: Parameters<typeof toEdges>) => SketchEdge[] {
  let edges: SketchEdge[] = [];
  return (...of) => (edges = withSameStructure(edges, toEdges(...of)));
}

function toEdges(
  { architecture, positions }: Sketch,
  seams: readonly DrawnSeam[],
  { routes, labels }: Lines,
  { selection, lit }: Pick<CanvasView, "selection" | "lit">,
): SketchEdge[] {
  const names = new Map(architecture.objects.map(({ id, name }) => [id, name]));
  const boxes = boxesOf(architecture, positions);
  const placed = (id: string, [a, b]: Pair) => ({
    route: routes.get(id) ?? null,
    labelAt: labels.get(id) ?? null,
    ends: endsKey(boxes.get(a), boxes.get(b)),
  });
  const litConnections = new Set(lit.flatMap((s) => ("connection" in s ? [s.connection] : [])));
  const litPairs = new Set(lit.flatMap((s) => ("agreement" in s ? [pairKey(...s.agreement)] : [])));
  const base = { type: "sketch", focusable: false } as const;
  return [
    ...architecture.connections.map(({ id, from, to, kind, carries }) => ({
      ...base,
      id,
      source: from,
      target: to,
      selected: selection.connection === id,
      data: {
        connection: { id, kind },
        label: names.get(carries ?? "") ?? "",
        isLit: litConnections.has(id),
        ...placed(id, [from, to]),
      },
    })),
    ...seams.map(({ between, label }) => ({
      ...base,
      id: seamEdgeId(between),
      source: between[0],
      target: between[1],
      zIndex: 2,
      data: {
        connection: null,
        label,
        isLit: litPairs.has(pairKey(...between)),
        ...placed(seamEdgeId(between), between),
      },
    })),
  ];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export function endsKey(a: Place | undefined, b: Place | undefined): string {
  return [a?.x, a?.y, b?.x, b?.y].map((value) => Math.round(value ?? 0)).join(",");
}
