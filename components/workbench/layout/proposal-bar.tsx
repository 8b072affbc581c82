import { Button } from "#components/ui/button.tsx";
import { useEffect, useRef } from "react";
import { usePaper } from "../canvas/paper.tsx";
import { useView } from "../view-context.tsx";
import { useLayoutProposal } from "./use-layout-proposal.ts";

/** Stands over the sketch while a layout is being looked for or looked at. */
export function ProposalBar() {
  const { proposal } = useView();
  const { take, leave } = useLayoutProposal();
  const first = useRef<HTMLDivElement>(null);
  const kind = proposal?.kind;
  const { show } = usePaper();
  useEffect(() => {
    if (kind !== undefined) first.current?.querySelector("button")?.focus();
    if (kind !== "shown") return;
    // The canvas hears of the places in the same turn, and draws them in the next frame.
    const showWhole = () => {
      requestAnimationFrame(() => show());
    };
    showWhole();
    return showWhole;
  }, [kind, show]);
  if (proposal === null) return null;
  return (
    <div
      ref={first}
      role="dialog"
      aria-label="Proposed layout"
      className="absolute inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-ink bg-paper px-4 py-2 sm:inset-x-auto sm:bottom-4 sm:w-max sm:left-1/2 sm:-translate-x-1/2 sm:border"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        leave();
      }}
    >
      <p className="text-small">
        {proposal.kind === "working" ? "Looking for a layout…" : "Proposed. Nothing has moved yet."}
      </p>
      <p className="flex gap-4">
        {proposal.kind === "shown" && <Button onClick={take}>Take this layout</Button>}
        <Button rank="quiet" onClick={leave}>
          {proposal.kind === "working" ? "Stop" : "Leave as it was"}
        </Button>
      </p>
    </div>
  );
}
