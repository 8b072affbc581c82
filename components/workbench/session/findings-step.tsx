import { Button } from "#components/ui/button.tsx";
import { factKey } from "#core/architecture/subject.ts";
import { changeWords, foundChange } from "#core/report/found-change.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { ladderWords, likelihoodWord, percent } from "#core/report/wording.ts";
import { lazy, Suspense, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { SeamArticle } from "./seam-article.tsx";
import { groundsOf, headingOf } from "./nothing-to-ask.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import { useFocusOnHeading } from "./use-focus-on-heading.ts";
import { useLedger } from "./use-ledger.ts";
import type { Steps } from "./use-steps.ts";

const WalkFinding = lazy(() =>
  import("./walk-finding.tsx").then(({ WalkFinding: Loaded }) => ({ default: Loaded })),
);

/** What the session came to: to be handed over, to be walked through, and what would change it. */
export function FindingsStep({ open }: Steps) {
  const ledger = useLedger();
  const [walked, walk] = useState<string | null>(null);
  const entry = ledger.find(({ pair }) => pair === walked);
  const focusHeading = useFocusOnHeading(entry?.pair ?? "");
  const goTo = (pair: string | null) => {
    focusHeading();
    walk(pair);
  };
  if (entry === undefined) return <Findings ledger={ledger} onWalk={goTo} open={open} />;
  return (
    <Suspense fallback={<p role="status">Opening the walk…</p>}>
      <WalkFinding entry={entry} onEnd={() => goTo(null)} />
    </Suspense>
  );
}

interface FindingsProps extends Pick<Steps, "open"> {
  readonly ledger: readonly LedgerEntry[];
  readonly onWalk: (pair: string) => void;
}

function Findings({ ledger, onWalk, open }: FindingsProps) {
  const { session, diagnosis, handOver } = useWorkbench();
  const found = ledger.filter(({ isLikely, isAsked }) => isLikely && isAsked).length;
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading>{verdictWords(found, ledger.length - found) ?? headingOf(session, diagnosis)}</StepHeading>
      <p className="mt-2 text-small text-ink-soft">{groundsOf(session, diagnosis)}</p>
      <div className="mt-5 grid gap-6">
        {ledger.map((entry) => (
          <Finding key={entry.pair} entry={entry} onWalk={() => onWalk(entry.pair)} />
        ))}
      </div>
      {diagnosis.wouldChange.length > 0 && (
        <>
          <h3 className="sounding mt-6 border-b border-hairline pb-2">What would change this</h3>
          <ul className="text-small">
            {diagnosis.wouldChange.map((change) => (
              <li key={factKey(change.question)} className="border-b border-hairline py-2">
                {change.question.text}
                <span className="block text-ink-soft">
                  {changeWords(foundChange(session.architecture, change))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {diagnosis.next !== null && (
        <p className="mt-6 border-t border-hairline pt-3 text-small">
          <span className="sounding block">What could still change this</span>
          {diagnosis.next.text}{" "}
          <Button rank="quiet" onClick={() => open("questions")}>
            Go to the questions
          </Button>
        </p>
      )}
      <p className="mt-6">
        <Button rank="first" onClick={() => handOver(true)}>
          Hand over the findings
        </Button>
      </p>
    </section>
  );
}

/** Undefined where there is no seam to speak of. */
function verdictWords(found: number, others: number): string | undefined {
  const seams = (count: number) => (count === 1 ? "1 seam" : `${count} seams`);
  if (found > 0)
    return others === 0
      ? `${seams(found)} found.`
      : `${seams(found)} found, ${others} more suspected or kept.`;
  return others === 0 ? undefined : `${seams(others)} suspected or kept; nothing was found yet.`;
}

interface FindingProps {
  readonly entry: LedgerEntry;
  readonly onWalk: () => void;
}

function Finding({ entry, onWalk }: FindingProps) {
  const { invariant, ladder, isAsked, seam, explanations } = entry;
  const [lead] = explanations;
  const owner = seam?.owner ?? "";
  return (
    <SeamArticle entry={entry}>
      <p className="sounding">
        {likelihoodWord(lead.probability)}, {percent(lead.probability)}
      </p>
      <p className="mt-1 font-serif text-read whitespace-pre-line">{invariant}</p>
      <p className="mt-1 text-small text-ink-soft">
        {isAsked ? `Rung: ${ladderWords(ladder)}.` : "Not asked yet."}{" "}
        {owner === "" ? "Nobody is named to keep it." : `Kept by ${owner}.`}
      </p>
      <p className="-ml-1">
        <Button rank="quiet" onClick={onWalk}>
          Walk the failure
        </Button>
      </p>
    </SeamArticle>
  );
}
