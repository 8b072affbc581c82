import { Button } from "#components/ui/button.tsx";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { fixWords } from "#core/report/wording.ts";
import { type ReactNode } from "react";
import { candidateKey } from "./candidates.tsx";
import { ContradictionDecision } from "./contradiction-decision.tsx";
import { SeamArticle } from "./seam-article.tsx";
import { MoveItem } from "./move-item.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import { useLedger } from "./use-ledger.ts";
import type { Steps } from "./use-steps.ts";

/** The layer that is absent, what would add it, and where the contradiction goes then. */
export function MoveStep({ open }: Steps) {
  const ledger = useLedger();
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading>
        {ledger.length === 0
          ? "Without a seam there is nothing to move yet."
          : "What is missing, and what would change it?"}
      </StepHeading>
      <div className="mt-5 grid gap-8">
        {ledger.map((entry) => (
          <SeamMoves key={entry.pair} entry={entry} />
        ))}
      </div>
      <p className="mt-8">
        <Button rank="first" onClick={() => open("findings")}>
          Go on to the findings
        </Button>
      </p>
    </section>
  );
}

function SeamMoves({ entry }: { readonly entry: LedgerEntry }) {
  const { explanations, fixes } = entry;
  const [lead, ...others] = explanations;
  return (
    <SeamArticle entry={entry}>
      <Missing candidate={lead}>
        <ContradictionDecision entry={entry} candidate={lead} />
      </Missing>
      {fixes.fixes.length > 0 && (
        <Term label={fixes.isAccumulating ? "Accumulating proxy fixes" : "Proxy fix"}>
          {fixes.fixes.map((fix) => (
            <span key={fix.id} className="block">
              {fixWords(fix)}
            </span>
          ))}
        </Term>
      )}
      {others.map((candidate) => (
        <details key={candidateKey(candidate)} className="mt-3 border-t border-hairline pt-2">
          <summary className="cursor-pointer text-small">Here too: {candidate.title.toLowerCase()}</summary>
          <Missing candidate={candidate} />
        </details>
      ))}
    </SeamArticle>
  );
}

interface MissingProps {
  readonly candidate: Candidate;
  /** What follows the contradiction. */
  readonly children?: ReactNode;
}

function Missing({ candidate, children }: MissingProps) {
  const { contradiction, absentLayer, moves, migration } = candidate;
  return (
    <>
      {contradiction !== "" && (
        <>
          <p className="sounding mt-2">Contradiction</p>
          <p className="font-serif text-read">{contradiction}</p>
          {children}
        </>
      )}
      {absentLayer !== "" && <Term label="Absent layer">{absentLayer}</Term>}
      {moves.length > 0 && (
        <Term label={moves.length === 1 ? "Structural move" : "Structural moves"}>
          {moves.map((move) => (
            <MoveItem key={move.key} candidate={candidate} move={move} />
          ))}
        </Term>
      )}
      {migration !== "" && <Term label="Where it goes while the layer stays absent">{migration}</Term>}
    </>
  );
}

function Term({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="mt-3 text-small">
      <p className="sounding">{label}</p>
      <div>{children}</div>
    </div>
  );
}
