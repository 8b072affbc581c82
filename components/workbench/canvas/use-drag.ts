import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { useReactFlow, type NodeChange, type NodePositionChange } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";
import type { Guide } from "./alignment.ts";
import { boundaryOfNode, isBoundaryNode, toBoundaryNodes, type BoundaryNode } from "./boundary-node.tsx";
import { boundaryPlaces } from "./boundary-places.ts";
import { dragBoundary, dragComponents, joinings, type Drag, type Scene } from "./drag.ts";
import type { ComponentNode } from "./flow-projection.ts";
import { boxesOf } from "./sketch-drawing.ts";
import type { Flow } from "./use-flow.ts";

type Change = NodeChange<ComponentNode | BoundaryNode>;

interface Dragging {
  readonly boundaries: BoundaryNode[];
  readonly guides: readonly Guide[];
  readonly onNodesChange: (changes: Change[]) => void;
}

/** In pixels of the screen. */
const REACH = 6;
const NO_GUIDES: readonly Guide[] = [];

/** Dragging as people mean it: in line with what is near, in and out of boundaries, whole boundaries with all in them. */
export function useDrag({ positions, nodes, onNodesChange }: Flow): Dragging {
  const { session, selection } = useWorkbench();
  const { boundaries: kind, isSnapping } = useView();
  const { getZoom } = useReactFlow();
  const { architecture } = session;
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef<Drag | null>(null);
  const resting = useMemo(() => boxesOf(architecture, positions), [architecture, positions]);

  const moving = drag !== null && drag.boundary !== null ? nodes : null;
  const places = useMemo(() => {
    if (drag?.hosts != null) return drag.hosts;
    const boxes = moving === null ? resting : boxesOfNodes(moving);
    return boundaryPlaces(architecture, boxes, kind);
  }, [architecture, resting, kind, drag?.hosts, moving]);
  const boundaries = useMemo(
    () => toBoundaryNodes(places, selection.boundary, drag?.target ?? null),
    [places, selection.boundary, drag?.target],
  );

  const onChange = useCallback(
    (changes: Change[]) => {
      const scene: Scene = { architecture, resting, kind, reach: isSnapping ? REACH / getZoom() : 0 };
      const show = (next: Drag | null) => {
        latest.current = next;
        setDrag(next);
      };
      const { moves, others } = apart(changes);
      const moveBoundary = (change: NodePositionChange) => {
        const id = boundaryOfNode(change.id);
        const boundary =
          latest.current?.boundary ??
          boundaryPlaces(architecture, resting, kind).find((place) => place.id === id);
        if (boundary === undefined) return;
        const moved = dragBoundary(scene, boundary, change);
        show(change.dragging === true ? moved.drag : null);
        onNodesChange([...others, ...moved.moves]);
      };
      const ofBoundary = moves.find(({ id }) => isBoundaryNode(id));
      if (ofBoundary !== undefined) {
        moveBoundary(ofBoundary);
        return;
      }
      const isDragging = moves.some(({ dragging }) => dragging === true);
      if (moves.length === 0 || (!isDragging && latest.current === null)) {
        if (changes.length > 0) onNodesChange([...others, ...moves]);
        return;
      }
      const moved = dragComponents(scene, moves, latest.current);
      show(isDragging ? moved.drag : null);
      onNodesChange([...others, ...moved.moves], isDragging ? [] : joinings(scene, moved));
    },
    [architecture, resting, kind, isSnapping, getZoom, onNodesChange],
  );
  return { boundaries, guides: drag?.guides ?? NO_GUIDES, onNodesChange: onChange };
}

function boxesOfNodes(nodes: readonly ComponentNode[]) {
  return new Map(nodes.map(({ id, position: { x, y } }) => [id, { x, y, ...COMPONENT_SIZE }]));
}

/** Moves of anything, and what else happens to components. */
function apart(changes: readonly Change[]) {
  return {
    moves: changes.filter((change) => change.type === "position"),
    others: changes.filter(
      (change) => change.type !== "position" && !("id" in change && isBoundaryNode(change.id)),
    ) as NodeChange<ComponentNode>[],
  };
}
