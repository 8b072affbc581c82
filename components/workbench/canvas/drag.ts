import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { BoundaryKind } from "#core/architecture/vocabulary.ts";
import type { Box } from "#core/diagram/layout-sketch.ts";
import type { Command } from "#core/document/command.ts";
import type { NodePositionChange } from "@xyflow/react";
import { around, snapTo, type Guide } from "./alignment.ts";
import { boundaryUnder, placesWhileDragging, type BoundaryPlace } from "./boundary-places.ts";
import { boxAt } from "./sketch-drawing.ts";

/** What is on its way. */
export interface Drag {
  readonly components: ReadonlySet<string>;
  /** Where the boundaries lie meanwhile; null where one of them is what is dragged. */
  readonly hosts: readonly BoundaryPlace[] | null;
  /** The boundary that the first of the components would come to lie in. */
  readonly target: string | null;
  readonly guides: readonly Guide[];
  /** Set where a boundary is dragged, with all that lies in it. */
  readonly boundary: BoundaryPlace | null;
}

export interface Scene {
  readonly architecture: Architecture;
  /** Where everything lay before the drag. */
  readonly resting: ReadonlyMap<string, Box>;
  readonly kind: BoundaryKind;
  /** How near an edge must come to another to be drawn to it, on the sheet; 0 where nothing snaps. */
  readonly reach: number;
}

interface Moved {
  readonly moves: readonly NodePositionChange[];
  readonly drag: Drag;
}

/** A boundary takes everything that lies in it along. */
export function dragBoundary(
  { resting }: Scene,
  boundary: BoundaryPlace,
  { position = boundary.area, dragging = false }: NodePositionChange,
): Moved {
  const [dx, dy] = [position.x - boundary.area.x, position.y - boundary.area.y];
  const moves = boundary.members.flatMap((id) => {
    const box = resting.get(id);
    return box === undefined
      ? []
      : [{ type: "position" as const, id, position: { x: box.x + dx, y: box.y + dy }, dragging }];
  });
  return {
    moves,
    drag: { components: new Set(boundary.members), hosts: null, target: null, guides: [], boundary },
  };
}

/** Components go where the pointer takes them, or in line with what is near. */
export function dragComponents(
  { architecture, resting, kind, reach }: Scene,
  wished: readonly NodePositionChange[],
  before: Drag | null,
): Moved {
  const components = before?.components ?? new Set(wished.map(({ id }) => id));
  const hosts = before?.hosts ?? placesWhileDragging(architecture, resting, kind, components);
  const moving = around(wished.flatMap((move) => boxOf(move) ?? []));
  const still = [...resting].flatMap(([id, box]) => (components.has(id) ? [] : [box]));
  const snap = moving === null || reach === 0 ? null : snapTo(moving, still, reach);
  const moves = snap === null ? wished : wished.map((move) => movedBy(move, snap.dx, snap.dy));
  const [first] = moves;
  const box = first === undefined ? null : boxOf(first);
  const target = box === null ? null : boundaryUnder(hosts, box);
  return { moves, drag: { components, hosts, target, guides: snap?.guides ?? [], boundary: null } };
}

/** Who lies in another boundary than before, once dropped. */
export function joinings(
  { architecture: { components, boundaries }, kind }: Scene,
  { moves, drag }: Moved,
): readonly Command[] {
  const ofKind = new Set(boundaries.filter((one) => one.kind === kind).map(({ id }) => id));
  const holders = new Map(
    components.map((one) => [one.id, one.boundaries.find((id) => ofKind.has(id)) ?? null]),
  );
  return moves.flatMap((move): readonly Command[] => {
    const box = boxOf(move);
    const boundary = box === null ? null : boundaryUnder(drag.hosts ?? [], box);
    return box === null || boundary === (holders.get(move.id) ?? null)
      ? []
      : [{ type: "put-in-boundary", components: [move.id], kind, boundary }];
  });
}

function boxOf({ position }: NodePositionChange): Box | null {
  return position === undefined ? null : boxAt([position.x, position.y]);
}

function movedBy(move: NodePositionChange, dx: number, dy: number): NodePositionChange {
  const { position } = move;
  return position === undefined ? move : { ...move, position: { x: position.x + dx, y: position.y + dy } };
}
