import { LIKELY } from "#core/diagnosis/thresholds.ts";
import type { Command } from "#core/document/command.ts";
import type { Session } from "#core/document/session.schema.ts";
import { useStore, type NodeChange, type ReactFlowState } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { areManyLines, FAR_FOR_LINES, standingOut } from "./far-lines.tsx";
import {
  createEdgeProjector,
  createNodeProjector,
  drawnSeams,
  withPlaces,
  type ComponentNode,
  type SketchEdge,
} from "./flow-projection.ts";
import { useLines } from "./use-lines.ts";

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
const NOWHERE: Places = new Map();

export interface Flow {
  /** Where everything lies, or would lie in the layout that is being looked at. */
  readonly positions: Session["positions"];
  readonly nodes: ComponentNode[];
  readonly edges: SketchEdge[];
  /** What is drawn as one, from afar; null where every line is drawn by itself. */
  readonly farLines: readonly SketchEdge[] | null;
  /** `alongside` is what a drop means beside the move, in the same edit. */
  readonly onNodesChange: (changes: NodeChange<ComponentNode>[], alongside?: readonly Command[]) => void;
}

/**
 * The session as React Flow shows it. A drag stays on this screen until the drop, which is one command. Where the view
 * `isLeaving` for far away, lines are one already: each of them would be drawn by itself when it arrives, and thrown away.
 */
export function useFlow(isLeaving: boolean): Flow {
  const { session, diagnosis, selection, select, renaming, dispatch } = useWorkbench();
  const { proposal } = useView();
  const { architecture } = session;
  const positions = proposal?.kind === "shown" ? proposal.positions : session.positions;
  const [dragged, setDragged] = useState(NOWHERE);
  const [project] = useState(createNodeProjector);
  const [projectEdges] = useState(createEdgeProjector);

  const resting = useMemo(
    () => project({ architecture, positions }, { selection, renaming }),
    [project, architecture, positions, selection, renaming],
  );
  const nodes = useMemo(() => withPlaces(resting, dragged), [resting, dragged]);
  const seams = useMemo(
    () =>
      drawnSeams(
        session.seams,
        diagnosis.candidates.filter(({ probability }) => probability >= LIKELY).slice(0, 12),
      ),
    [session.seams, diagnosis],
  );
  const placed = useMemo(() => ({ architecture, positions }), [architecture, positions]);
  const lines = useLines(placed, seams);
  const edges = useMemo(
    () => projectEdges({ architecture, positions }, seams, lines, selection),
    [projectEdges, architecture, positions, seams, lines, selection],
  );

  const isFar = useStore(isSeenFromFar) || isLeaving;
  const areOne = isFar && areManyLines(edges);
  const apart = useMemo(() => (areOne ? standingOut(edges, selection) : null), [areOne, edges, selection]);

  const onNodesChange = useCallback(
    (changes: NodeChange<ComponentNode>[], alongside: readonly Command[] = []) => {
      const chosen = selectionAfter(changes, selection.components);
      if (chosen !== null) select({ components: chosen, connection: null });
      const moved = movesIn(changes);
      if (moved.dropped.size > 0) {
        dispatch(
          ...[...moved.dropped].map(
            ([id, { x, y }]) => ({ type: "move-component", id, at: [x, y] }) as const,
          ),
          ...alongside,
        );
        setDragged(NOWHERE);
      }
      if (moved.dragging.size > 0) setDragged(moved.dragging);
    },
    [dispatch, select, selection.components],
  );
  return { positions, nodes, edges: apart?.out ?? edges, farLines: apart?.others ?? null, onNodesChange };
}

/** Before the sketch was first shown whole, it stands at the origin: what is drawn line by line then is soon thrown away. */
function isSeenFromFar({ transform: [x, y, zoom] }: ReactFlowState): boolean {
  return zoom < FAR_FOR_LINES || (x === 0 && y === 0 && zoom === 1);
}

function selectionAfter(
  changes: readonly NodeChange<ComponentNode>[],
  selected: readonly string[],
): readonly string[] | null {
  const next = new Set(selected);
  let isChanged = false;
  for (const change of changes) {
    if (change.type !== "select") continue;
    isChanged = true;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return isChanged ? [...next] : null;
}

function movesIn(changes: readonly NodeChange<ComponentNode>[]): {
  readonly dragging: Places;
  readonly dropped: Places;
} {
  const dragging = new Map<string, { x: number; y: number }>();
  const dropped = new Map<string, { x: number; y: number }>();
  for (const change of changes) {
    if (change.type !== "position" || change.position === undefined) continue;
    (change.dragging === true ? dragging : dropped).set(change.id, change.position);
  }
  return { dragging, dropped };
}
