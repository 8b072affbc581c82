import { Button } from "#components/ui/button.tsx";
import { useLedger } from "./use-ledger.ts";
import { LedgerArticle } from "./ledger-article.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import type { Steps } from "./use-steps.ts";

/** The ledger: for each seam one sentence, how far it has come, and who keeps it. */
export function InvariantsStep({ open }: Steps) {
  const ledger = useLedger();
  if (ledger.length === 0)
    return (
      <section aria-labelledby={QUESTION_ID}>
        <StepHeading>There is no seam to say an invariant of yet.</StepHeading>
        <p className="mt-2 text-small text-ink-soft">
          A seam enters here when answers make it likely, when you accept one that is proposed, or when you
          mark one by hand.
        </p>
        <p className="mt-4">
          <Button onClick={() => open("seams")}>Go to the seams</Button>
        </p>
      </section>
    );
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading>What must hold between them, and how far has that come?</StepHeading>
      <div className="mt-5 grid gap-8">
        {ledger.map((entry) => (
          <LedgerArticle key={entry.pair} entry={entry} />
        ))}
      </div>
      <p className="mt-8">
        <Button rank="first" onClick={() => open("move")}>
          Go on to the move
        </Button>
      </p>
    </section>
  );
}
