import { pairKey } from "#core/architecture/subject.ts";
import { drawConnection, drawSeam, pathOf } from "#core/diagram/draw-connection.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import type { EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { DOT, endsKey, type SketchEdge } from "./flow-projection.ts";
import { useIsLit } from "./lit.tsx";
import { besideRoute, boxAt, labelPlace, straightRoute } from "./sketch-drawing.ts";

/** A connection, or the stitched line of a seam. It goes around the boxes; while one of its ends moves, straight. */
export const SketchEdgeView = memo(function SketchEdgeView(edge: EdgeProps<SketchEdge>) {
  const { id, data } = edge;
  const isLit = useIsLit(
    data?.connection === null ? `agreement:${pairKey(edge.source, edge.target)}` : `connection:${id}`,
  );
  if (data === undefined) return null;
  const middle = COMPONENT_SIZE.height / 2;
  const from = boxAt([edge.sourceX - COMPONENT_SIZE.width - DOT / 2, edge.sourceY - middle]);
  const to = boxAt([edge.targetX, edge.targetY - middle]);
  const isSettled = endsKey(from, to) === data.ends;
  const route = (isSettled ? data.route : null) ?? straightRoute(from, to);
  const labelAt = (isSettled ? data.labelAt : null) ?? labelPlace(route);
  const { connection } = data;
  const drawn = connection === null ? drawSeam(id, route) : drawConnection(id, connection.kind, route);
  return (
    <g className="chart sketch-edge" data-lit={isLit} data-selected={edge.selected}>
      <path d={pathOf(route)} fill="none" strokeOpacity={0} strokeWidth={18} stroke="currentColor" />
      <g dangerouslySetInnerHTML={{ __html: drawn }} />
      <EdgeLabel
        text={data.label}
        isSeam={connection === null}
        place={connection === null ? besideRoute(route) : labelAt}
      />
    </g>
  );
});

interface EdgeLabelProps {
  readonly text: string;
  readonly isSeam: boolean;
  readonly place: ReturnType<typeof labelPlace>;
}

function EdgeLabel({ text, isSeam, place }: EdgeLabelProps) {
  if (place === null || text === "") return null;
  return (
    <text
      x={place.x}
      y={place.y}
      dy="0.32em"
      textAnchor={isSeam ? "start" : "middle"}
      className={isSeam ? "sketch-label sketch-label-seam" : "sketch-label"}
    >
      {text}
    </text>
  );
}
