import { Button } from "#components/ui/button.tsx";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { tryMove } from "#core/diagnosis/try-move.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/findings.ts";
import { moveOutlook, type MoveOutlook } from "#core/report/move-outlook.ts";
import { useMemo, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";

interface MoveItemProps {
  readonly candidate: Candidate;
  readonly move: Candidate["moves"][number];
}

/** A structural move, and on demand what it would do: tried on a copy, so that the sketch stays as it is. */
export function MoveItem({ candidate, move }: MoveItemProps) {
  const [isTried, setTried] = useState(false);
  return (
    <li className="py-1">
      {move.text}
      <div className="-ml-1">
        <Button rank="quiet" aria-expanded={isTried} onClick={() => setTried(!isTried)}>
          {isTried ? "Put the copy away" : "Try this move on a copy"}
        </Button>
      </div>
      <div role="status">{isTried && <Outlook candidate={candidate} move={move} />}</div>
    </li>
  );
}

function Outlook({ candidate, move }: MoveItemProps) {
  const { session } = useWorkbench();
  const outlook = useMemo(() => {
    const tried = tryMove(session.architecture, CATALOGUE, candidate, move.key, diagnoseOptionsOf(session));
    return tried === null ? null : moveOutlook(tried, candidate);
  }, [session, candidate, move.key]);
  if (outlook === null)
    return <p className="text-ink-soft">On this sketch there is nothing that this move could change.</p>;
  return <OutlookText outlook={outlook} />;
}

function OutlookText({ outlook: { changes, seam, goesTo } }: { readonly outlook: MoveOutlook }) {
  return (
    <div className="grid gap-2 border-l border-hairline py-1 pl-3 text-ink-soft">
      <p className="sounding">What changes on the copy</p>
      <ul>
        {changes.map((sentence, i) => (
          <li key={i} className="py-0.5">
            {sentence}
          </li>
        ))}
      </ul>
      <p className="sounding">This seam</p>
      <p>{seam}</p>
      <p className="sounding">Where the contradiction goes next</p>
      {goesTo.length === 0 ? (
        <p>Nothing else on the copy becomes noticeably more probable.</p>
      ) : (
        <ul>
          {goesTo.map((sentence) => (
            <li key={sentence} className="py-0.5">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
