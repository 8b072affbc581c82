import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { BoundaryKind } from "#core/architecture/vocabulary.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { nestBoundaries, SHEET } from "#core/diagram/nest-boundaries.ts";
import type { Position } from "#core/document/session.schema.ts";
import type { ElkNode } from "elkjs/lib/elk-api.js";
import ELK from "elkjs/lib/elk-api.js";

/** Longer than this nobody waits for a proposal; the engine can also run for ever, and only ending its worker stops it. */
const LONGEST = 15_000;

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "48",
  "elk.layered.spacing.nodeNodeBetweenLayers": "112",
  "elk.spacing.componentComponent": "72",
};
const AROUND = "[top=44,left=28,bottom=32,right=28]";

export type ProposedLayout =
  | { readonly kind: "proposed"; readonly positions: Readonly<Record<string, Position>> }
  | { readonly kind: "too-slow" }
  | { readonly kind: "failed" };

/** Proposes places for all components, boundaries of one kind kept together. `cancelled` ends the work at once. */
export async function proposeLayout(
  architecture: Architecture,
  kind: BoundaryKind,
  cancelled: AbortSignal,
): Promise<ProposedLayout> {
  const worker = new Worker(new URL("elkjs/lib/elk-worker.min.js", import.meta.url));
  const elk = new ELK({ workerFactory: () => worker });
  const ended = new Promise<ProposedLayout>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: "too-slow" }), LONGEST);
    worker.addEventListener("error", () => resolve({ kind: "failed" }));
    cancelled.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve({ kind: "failed" });
    });
  });
  const laidOut = elk.layout(graphOf(architecture, kind), { layoutOptions: OPTIONS }).then(
    (root): ProposedLayout => ({ kind: "proposed", positions: Object.fromEntries(placesIn(root, [0, 0])) }),
    (): ProposedLayout => ({ kind: "failed" }),
  );
  try {
    return await Promise.race([laidOut, ended]);
  } finally {
    worker.terminate();
  }
}

function graphOf(architecture: Architecture, kind: BoundaryKind): ElkNode {
  const { boundaries, holderOf, outerOf } = nestBoundaries(architecture, kind);
  const heldBy = (holder: string): ElkNode[] => [
    ...[...boundaries]
      .filter((id) => outerOf.get(id) === holder)
      .map((id) => ({ id: `b:${id}`, children: heldBy(id), layoutOptions: { "elk.padding": AROUND } }))
      .filter(({ children }) => children.length > 0),
    ...architecture.components
      .filter(({ id }) => holderOf.get(id) === holder)
      .map(({ id }) => ({ id: `c:${id}`, ...COMPONENT_SIZE })),
  ];
  return {
    id: "sheet",
    children: heldBy(SHEET),
    edges: architecture.connections.map(({ id, from, to }) => ({
      id: `e:${id}`,
      sources: [`c:${from}`],
      targets: [`c:${to}`],
    })),
  };
}

/** Places on the sheet: the engine gives those of children relative to what holds them. */
function placesIn(
  { children = [] }: ElkNode,
  [left, top]: Position,
): readonly (readonly [string, Position])[] {
  return children.flatMap((child) => {
    const at: Position = [left + (child.x ?? 0), top + (child.y ?? 0)];
    return child.id.startsWith("c:")
      ? [[child.id.slice(2), [Math.round(at[0]), Math.round(at[1])] as const] as const]
      : placesIn(child, at);
  });
}
