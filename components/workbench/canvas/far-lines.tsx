import { pathOf } from "#core/diagram/draw-connection.ts";
import { useStore, ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useLit } from "./lit.tsx";
import type { SketchEdge } from "./flow-projection.ts";
import type { Selection } from "../selection.ts";

/** From here on a thousand lines, each with its head and its label, are a thousand times the work for the same grey. */
export const FAR_FOR_LINES = 0.3;
const MANY = 400;

export function areManyLines(edges: readonly SketchEdge[]): boolean {
  return edges.length > MANY;
}

/** What is still drawn line by line when the others are one: seams, and what belongs to the selection and moves with it. */
export function standingOut(
  edges: readonly SketchEdge[],
  { components, connection }: Selection,
): { readonly out: SketchEdge[]; readonly others: readonly SketchEdge[] } {
  const chosen = new Set(components);
  const isOut = ({ id, data, source, target }: SketchEdge) =>
    data?.connection === null || id === connection || chosen.has(source) || chosen.has(target);
  const { out = [], others = [] } = Object.groupBy(edges, (edge) => (isOut(edge) ? "out" : "others"));
  return { out, others };
}

/** All lines as one drawing, and once more those that are lit. */
export const FarLines = memo(function FarLines({ edges }: { readonly edges: readonly SketchEdge[] }) {
  const lit = useLit();
  // A little less than a pixel of the screen, which the canvas scales; in whole steps, so that zooming rarely asks.
  const width = useStore(({ transform: [, , zoom] }) => Math.ceil(0.7 / zoom));
  const all = useMemo(() => drawn(edges), [edges]);
  const some = useMemo(
    () => (lit.size === 0 ? "" : drawn(edges.filter(({ id }) => lit.has(`connection:${id}`)))),
    [edges, lit],
  );
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="sketch-far-lines" strokeWidth={width}>
        <path d={all} />
        {some !== "" && <path d={some} data-lit />}
      </svg>
    </ViewportPortal>
  );
});

function drawn(edges: readonly SketchEdge[]): string {
  return edges.map(({ data }) => (data?.connection ? pathOf(data.route ?? []) : "")).join("");
}
