import type { Boundary } from "#core/architecture/architecture.schema.ts";
import type { Box } from "#core/diagram/layout-sketch.ts";
import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { boxesOf } from "./sketch-drawing.ts";

const AROUND = { side: 24, top: 38, bottom: 26 } as const;

/** Where trust changes: a hairline around the components of each trust boundary, wherever people have put them. */
export const BoundaryAreas = memo(function BoundaryAreas() {
  const {
    session: { architecture, positions },
  } = useWorkbench();
  const areas = useMemo(() => {
    const boxes = boxesOf(architecture, positions);
    return architecture.boundaries.flatMap((boundary): readonly (readonly [Boundary, Box])[] => {
      if (boundary.kind !== "trust") return [];
      const members = architecture.components.filter(({ boundaries }) => boundaries.includes(boundary.id));
      const area = around(members.flatMap(({ id }) => boxes.get(id) ?? []));
      return area === null ? [] : [[boundary, area]];
    });
  }, [architecture, positions]);

  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="sketch-areas">
        {areas.map(([{ id, name }, { x, y, width, height }]) => (
          <g key={id}>
            <rect x={x} y={y} width={width} height={height} />
            <text x={x + 10} y={y + 17}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
});

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(({ x }) => x)) - AROUND.side;
  const top = Math.min(...boxes.map(({ y }) => y)) - AROUND.top;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + AROUND.side;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + AROUND.bottom;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
