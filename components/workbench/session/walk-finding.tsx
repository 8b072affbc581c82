import { Button } from "#components/ui/button.tsx";
import type { LedgerEntry } from "#core/report/ledger.ts";

interface WalkFindingProps {
  readonly entry: LedgerEntry;
  readonly onEnd: () => void;
}

export function WalkFinding({ entry, onEnd }: WalkFindingProps) {
  return (
    <p>
      {entry.invariant} <Button onClick={onEnd}>Back to the findings</Button>
    </p>
  );
}
