import { useMemo } from "react";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";

interface LayoutProposal {
  readonly propose: () => void;
  /** Takes the proposal over, as one edit. */
  readonly take: () => void;
  readonly leave: () => void;
}

/** A layout is only ever proposed: what a person placed stays where it is until they say otherwise. */
export function useLayoutProposal(): LayoutProposal {
  const { session, dispatch, announce } = useWorkbench();
  const { proposal, boundaries, changeView } = useView();
  return useMemo(() => {
    const leave = () => {
      if (proposal?.kind === "working") proposal.cancel();
      changeView({ proposal: null });
      announce("Everything stays where it was.");
    };
    const work = async (signal: AbortSignal) => {
      const { proposeLayout } = await import("./propose-layout.ts");
      const result = await proposeLayout(session.architecture, boundaries, signal);
      if (signal.aborted) return;
      if (result.kind !== "proposed") {
        changeView({ proposal: null });
        announce(
          result.kind === "too-slow"
            ? "No layout was found in time. Everything stays where it was."
            : "No layout could be made. Everything stays where it was.",
        );
        return;
      }
      changeView({ proposal: { kind: "shown", positions: result.positions } });
      announce("A layout is shown. Enter takes it, Escape leaves everything where it was.");
    };
    return {
      propose: () => {
        if (proposal !== null) return;
        const controller = new AbortController();
        changeView({ proposal: { kind: "working", cancel: () => controller.abort() } });
        announce("Looking for a layout.");
        void work(controller.signal);
      },
      take: () => {
        if (proposal?.kind !== "shown") return;
        dispatch(
          ...Object.entries(proposal.positions).map(
            ([id, at]) => ({ type: "move-component", id, at }) as const,
          ),
        );
        changeView({ proposal: null });
        announce("The layout is taken. Undo brings the old places back.");
      },
      leave,
    };
  }, [session.architecture, proposal, boundaries, changeView, dispatch, announce]);
}
