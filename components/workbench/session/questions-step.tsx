import { factKey } from "#core/architecture/subject.ts";
import { LIKELY } from "#core/diagnosis/thresholds.ts";
import type { Diagnosis, Question } from "#core/diagnosis/diagnosis.ts";
import { percent, subjectName } from "#core/report/wording.ts";
import { useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { AskedTogether } from "./asked-together.tsx";
import { EarlierAnswers, SetAside } from "./earlier-answers.tsx";
import { NothingToAsk } from "./nothing-to-ask.tsx";
import { QuestionCard } from "./question-card.tsx";
import { ToBeAskedList } from "./to-be-asked-list.tsx";
import { useFocusOnHeading } from "./use-focus-on-heading.ts";
import { useLedger } from "./use-ledger.ts";
import type { Steps } from "./use-steps.ts";

/** One thing is asked at a time; what was said, and what others are to say, lies below it. */
export function QuestionsStep({ open }: Steps) {
  return (
    <div className="grid gap-6">
      <Now onDone={() => open("invariants")} />
      <Standing onOpen={() => open("seams")} />
      <div className="border-b border-hairline">
        <ToBeAskedList />
        <EarlierAnswers />
        <SetAside />
      </div>
    </div>
  );
}

function Now({ onDone }: { readonly onDone: () => void }) {
  const { diagnosis, inHand } = useWorkbench();
  const [reopened, reopen] = useState<string | null>(null);
  const asked = (reopened === null ? null : reopenedQuestion(diagnosis, reopened)) ?? inHand.current;
  const focusOnNext = useFocusOnHeading(asked === null ? "" : factKey(asked));
  const ask = (key: string | null) => {
    focusOnNext();
    reopen(key);
  };
  if (asked === null) return <NothingToAsk onAsk={ask} onDone={onDone} />;
  return (
    <div>
      <QuestionCard key={factKey(asked)} question={asked} onDone={() => ask(null)} />
      {asked === inHand.current && <AskedTogether />}
    </div>
  );
}

/** A question that was not worth asking, or set aside, and that a person wants to answer all the same. */
function reopenedQuestion({ wouldChange }: Diagnosis, key: string): Question | null {
  return wouldChange.find(({ question }) => factKey(question) === key)?.question ?? null;
}

/** Where the diagnosis stands, as one line that leads to the seams. */
function Standing({ onOpen }: { readonly onOpen: () => void }) {
  const { session, diagnosis } = useWorkbench();
  const ledger = useLedger();
  const [first] = diagnosis.candidates;
  if (first === undefined) return null;
  const likely = ledger.filter(({ isLikely }) => isLikely);
  const found = likely.filter(({ isAsked }) => isAsked).length;
  const suspected = likely.length - found;
  const seams = (count: number) => (count === 1 ? "1 seam" : `${count} seams`);
  const names = subjectName(session.architecture, { agreement: first.between });
  return (
    <p className={first.probability >= LIKELY ? "stitched pl-4 text-small" : "text-small"}>
      {found > 0 && <span className="block font-medium">{seams(found)} found</span>}
      {suspected > 0 && (
        <span className="block font-medium">{seams(suspected)} suspected from the sketch alone</span>
      )}
      <span className="text-ink-soft">
        {first.probability >= LIKELY ? "Most probable" : "Nothing is likely yet; most probable"}:{" "}
        <button type="button" className="text-left underline decoration-rule" onClick={onOpen}>
          {names}
        </button>
        , {percent(first.probability)}
      </span>
    </p>
  );
}
