import type { NodeProps, Node } from "@xyflow/react";
import { memo } from "react";
import { boundarySelected } from "../selection.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { BoundaryPlace } from "./boundary-places.ts";

export type BoundaryNode = Node<
  { readonly boundary: string; readonly name: string; readonly isTarget: boolean },
  "boundary"
>;

const PREFIX = "boundary:";

export function isBoundaryNode(id: string): boolean {
  return id.startsWith(PREFIX);
}

export function boundaryOfNode(id: string): string {
  return id.slice(PREFIX.length);
}

/** Boundaries as nodes behind all others. Only their names take the pointer: the paper inside stays paper. */
export function toBoundaryNodes(
  places: readonly BoundaryPlace[],
  selected: string | undefined,
  target: string | null,
): BoundaryNode[] {
  return places.map(({ id, name, area: { x, y, width, height }, depth }) => ({
    id: PREFIX + id,
    type: "boundary",
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: depth - 100,
    selected: id === selected,
    selectable: false,
    focusable: false,
    connectable: false,
    dragHandle: ".sketch-boundary-name",
    style: { pointerEvents: "none" },
    data: { boundary: id, name, isTarget: id === target },
  }));
}

export const BoundaryNodeView = memo(function BoundaryNodeView({
  data: { boundary, name, isTarget },
  selected,
}: NodeProps<BoundaryNode>) {
  const { select } = useWorkbench();
  return (
    <div className="sketch-boundary" data-selected={selected} data-target={isTarget} aria-hidden="true">
      <span className="sketch-boundary-name" onClick={() => select(boundarySelected(boundary))}>
        {name}
      </span>
    </div>
  );
});
