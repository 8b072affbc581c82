import type { Diagnosis, Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { AskedTogether } from "./asked-together.tsx";
import { EndedHere, firstStep, FitStep, isPoorFit, type Step } from "./fit-step.tsx";
import { NothingToAsk } from "./nothing-to-ask.tsx";
import { QuestionCard } from "./question-card.tsx";
import { QUESTION_ID } from "./question-id.ts";

/** The one thing at the top of the session: where it stands, and what leads on from there. */
export interface NowState {
  readonly step: Step;
  readonly asked: Question | null;
  readonly onStep: (step: Step) => void;
  readonly onAsk: (key: string) => void;
  readonly onAnswered: () => void;
}

export function useNow(): NowState {
  const { session, diagnosis, inHand } = useWorkbench();
  const [chosen, setStep] = useState(() => firstStep(session));
  const [reopened, reopen] = useState<string | null>(null);
  const step = chosen === "ended" && !isPoorFit(session) ? "questions" : chosen;
  const asked = (reopened === null ? null : reopenedQuestion(diagnosis, reopened)) ?? inHand.current;
  const focusOnNext = useFocusOnNextQuestion(`${step} ${asked === null ? "" : factKey(asked)}`);
  return {
    step,
    asked,
    onStep: (to) => {
      focusOnNext();
      setStep(to);
    },
    onAsk: (key) => {
      focusOnNext();
      reopen(key);
    },
    onAnswered: () => {
      focusOnNext();
      reopen(null);
    },
  };
}

/** A question that was not worth asking, or set aside, and that a person wants to answer all the same. */
function reopenedQuestion({ wouldChange }: Diagnosis, key: string): Question | null {
  return wouldChange.find(({ question }) => factKey(question) === key)?.question ?? null;
}

export function Now({ now: { step, asked, onStep, onAsk, onAnswered } }: { readonly now: NowState }) {
  const { inHand } = useWorkbench();
  if (step === "fit") return <FitStep onStep={onStep} />;
  if (step === "ended") return <EndedHere onStep={onStep} />;
  if (asked === null) return <NothingToAsk onAsk={onAsk} />;
  return (
    <div>
      <QuestionCard key={factKey(asked)} question={asked} onDone={onAnswered} />
      {asked === inHand.current && <AskedTogether />}
    </div>
  );
}

/** After an answer the next question takes the place of the last, also for those who do not see it do so. */
function useFocusOnNextQuestion(key: string): () => void {
  const isWaiting = useRef(false);
  useEffect(() => {
    const heading = isWaiting.current ? document.getElementById(QUESTION_ID) : null;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
    isWaiting.current = false;
  }, [key]);
  return useCallback(() => {
    isWaiting.current = true;
  }, []);
}
