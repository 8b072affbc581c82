import { Button } from "#components/ui/button.tsx";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { lazy, Suspense, useState } from "react";

const WhatIf = lazy(() => import("./what-if.tsx").then(({ WhatIf: Loaded }) => ({ default: Loaded })));

interface MoveItemProps {
  readonly candidate: Candidate;
  readonly move: Candidate["moves"][number];
}

/** A structural move, and on demand what it would do: tried on a copy, so that the sketch stays as it is. */
export function MoveItem({ candidate, move }: MoveItemProps) {
  const [isTried, setTried] = useState(false);
  return (
    <div className="border-b border-hairline py-2 last:border-b-0">
      <p>{move.text}</p>
      <div className="-ml-1">
        <Button rank="quiet" aria-haspopup="dialog" onClick={() => setTried(true)}>
          Try this move on a copy
        </Button>
      </div>
      {isTried && (
        <Suspense fallback={<p role="status">Trying it…</p>}>
          <WhatIf candidate={candidate} move={move} onClose={() => setTried(false)} />
        </Suspense>
      )}
    </div>
  );
}
