import { Button } from "#components/ui/button.tsx";
import { LIKELY, POSSIBLE } from "#core/diagnosis/thresholds.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { useId } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { CandidateItem, candidateKey } from "./candidates.tsx";
import { DismissedList } from "./dismissed-list.tsx";
import { MarkByHand } from "./mark-by-hand.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import type { Steps } from "./use-steps.ts";

/** Nobody reads further down a list of what is unlikely. */
const MANY = 20;

/** Where an agreement may be missing: what the engine proposes, and what people mark. */
export function SeamsStep({ open }: Steps) {
  const { diagnosis } = useWorkbench();
  const { candidates } = diagnosis;
  const between = (least: number, most: number) =>
    candidates.filter(({ probability }) => probability >= least && probability < most);
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading>Between which two is an agreement missing?</StepHeading>
      {candidates.length === 0 && (
        <p className="mt-2 text-small text-ink-soft">
          Nothing on this sketch suggests a seam yet. Connect the components, say what travels between them,
          or mark a seam by hand.
        </p>
      )}
      <Group word="Likely" candidates={between(LIKELY, 2)} />
      <Group word="Possible" candidates={between(POSSIBLE, LIKELY)} />
      <Unlikely candidates={between(0, POSSIBLE)} isAll={candidates.every((c) => c.probability < POSSIBLE)} />
      <div className="mt-6 border-b border-hairline">
        <MarkByHand />
        <DismissedList />
      </div>
      <p className="mt-4">
        <Button rank="first" onClick={() => open("questions")}>
          Go on to the questions
        </Button>
      </p>
    </section>
  );
}

interface GroupProps {
  readonly word: string;
  readonly candidates: readonly Candidate[];
}

function Group({ word, candidates }: GroupProps) {
  const id = useId();
  if (candidates.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-5">
      <h3 id={id} className="sounding border-b border-hairline pb-2">
        {word}
      </h3>
      <CandidateList candidates={candidates} />
    </section>
  );
}

function CandidateList({ candidates }: { readonly candidates: readonly Candidate[] }) {
  return (
    <ul>
      {candidates.map((candidate) => (
        <CandidateItem key={candidateKey(candidate)} candidate={candidate} />
      ))}
    </ul>
  );
}

interface UnlikelyProps {
  readonly candidates: readonly Candidate[];
  readonly isAll: boolean;
}

/** What is unlikely is there for whoever wonders; it lies open only where there is nothing else to see. */
function Unlikely({ candidates, isAll }: UnlikelyProps) {
  if (candidates.length === 0) return null;
  return (
    <details className="mt-5" open={isAll}>
      <summary className="sounding cursor-pointer border-b border-hairline pb-2">
        Unlikely <span>{candidates.length}</span>
      </summary>
      <CandidateList candidates={candidates.slice(0, MANY)} />
      {candidates.length > MANY && (
        <p className="pt-2 text-small text-ink-soft">
          and {candidates.length - MANY} less probable ones, which the next answers may bring up
        </p>
      )}
    </details>
  );
}
