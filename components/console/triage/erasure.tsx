import { Button } from "#components/ui/button.tsx";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import type { Acts } from "./use-acts.ts";

interface ErasureProps {
  readonly detail: SituationDetail;
  readonly acts: Acts;
}

/** Erases for good, after saying what that means. */
export function Erasure({ detail, acts }: ErasureProps) {
  return (
    <details className="border-t border-hairline text-small">
      <summary className="flex min-h-11 cursor-pointer items-center">Erase it for good</summary>
      <p className="max-w-read pb-2">
        Everything that anybody wrote here goes: the texts, the sketch, the addresses, the notes and the
        messages, and the mails that wait. It cannot be brought back. What stays is that there was a
        situation, and who erased it.
      </p>
      <p className="pb-3">
        <Button onClick={() => void acts.ask(detail, { act: "erase" })}>
          Erase everything that was written
        </Button>
      </p>
    </details>
  );
}
