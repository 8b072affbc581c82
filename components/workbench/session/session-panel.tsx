import { pairKey } from "#core/architecture/subject.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/document/command.ts";
import { LIKELY, POSSIBLE } from "#core/diagnosis/diagnose.ts";
import { answeredFacts, restsOnAnswers } from "#core/report/findings.ts";
import { useCallback, useEffect, useRef } from "react";
import { LABEL } from "../styles.ts";
import { useWorkbench } from "../workbench-context.ts";
import { AskedTogether } from "./asked-together.tsx";
import { CandidateItem, candidateKey } from "./candidates.tsx";
import { DismissedList } from "./dismissed-list.tsx";
import { EarlierAnswers, SetAside } from "./earlier-answers.tsx";
import { HowToBegin } from "./how-to-begin.tsx";
import { QuestionCard } from "./question-card.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { SeamFinding } from "./seam-finding.tsx";
import { ToBeAskedList } from "./to-be-asked-list.tsx";

const FEW = 5;

/** What is possible; and while nothing was found, the first few places that are looked at. */
function worthShowing(candidates: readonly Candidate[], isFound: boolean): readonly Candidate[] {
  const possible = candidates.filter(({ probability }) => probability >= POSSIBLE).slice(0, FEW);
  return possible.length > 0 || isFound ? possible : candidates.slice(0, 3);
}

/** The guided diagnosis: what is asked now, what was found, what is suspected, what was said. */
export function SessionPanel() {
  const { session, diagnosis, inHand } = useWorkbench();
  const { candidates } = diagnosis;
  const { current } = inHand;
  const onDone = useFocusOnNextQuestion(current === null ? null : factKey(current));
  if (session.architecture.components.length === 0) return <HowToBegin />;

  const likely = candidates.filter(({ probability }) => probability >= LIKELY);
  const seams = [...Map.groupBy(likely, ({ between }) => pairKey(...between)).values()];
  const found = seams.filter((explanations) => explanations.some(restsOnAnswers));
  const drawn = seams.filter((explanations) => !found.includes(explanations));
  const suspected = worthShowing(candidates.slice(likely.length), likely.length > 0);
  return (
    <div className="grid gap-8">
      {current === null ? (
        <NothingToAsk />
      ) : (
        <div>
          <QuestionCard key={factKey(current)} question={current} onDone={onDone} />
          <AskedTogether />
        </div>
      )}
      <Seams id="seams-found" word="found" seams={found} />
      <Seams id="seams-drawn" word="suspected from the sketch alone" seams={drawn} />
      {suspected.length > 0 && (
        <section aria-labelledby="seams-suspected">
          <h2 id="seams-suspected" className={`${LABEL} border-b border-hairline pb-2`}>
            {seams.length === 0 ? "Where a seam may be" : "Where else a seam may be"}
          </h2>
          <ul>
            {suspected.map((candidate) => (
              <CandidateItem key={candidateKey(candidate)} candidate={candidate} />
            ))}
          </ul>
        </section>
      )}
      <div className="border-b border-hairline">
        <ToBeAskedList />
        <EarlierAnswers />
        <SetAside />
        <DismissedList />
      </div>
    </div>
  );
}

interface SeamsProps {
  readonly id: string;
  readonly word: string;
  /** Each with every explanation of it, the most probable first. */
  readonly seams: readonly (readonly Candidate[])[];
}

function Seams({ id, word, seams }: SeamsProps) {
  if (seams.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={`${LABEL} pb-3`}>
        {seams.length === 1 ? "1 seam" : `${seams.length} seams`} {word}
      </h2>
      <div className="grid gap-6">
        {seams.map((explanations) => (
          <SeamFinding
            key={explanations.map(({ between }) => pairKey(...between))[0]}
            explanations={explanations}
          />
        ))}
      </div>
    </section>
  );
}

function NothingToAsk() {
  const { session, diagnosis } = useWorkbench();
  const asked = answeredFacts(session).length;
  const { verdict, candidates } = diagnosis;
  const { skipped, referred, independent, dismissed } = session;
  const toBeAsked = Object.keys(referred).length;
  const isUntouched = asked + skipped.length + toBeAsked + independent.length + dismissed.length === 0;
  const isClose = candidates.some(({ probability }) => probability >= POSSIBLE && probability < LIKELY);
  return (
    <section aria-labelledby={QUESTION_ID}>
      <h2 id={QUESTION_ID} tabIndex={-1} className="font-serif text-lead outline-none">
        {verdict === "seams-found"
          ? "No open question would change what was found."
          : isUntouched
            ? "Nothing to ask yet."
            : "No structural seam found."}
      </h2>
      <p className="mt-2 text-small text-ink-soft">
        {isUntouched
          ? "Nothing on this sketch calls for a question yet. Connect the components, and say what travels between them."
          : `This rests on ${asked === 0 ? "no answer" : asked === 1 ? "one answer" : `${asked} answers`}.`}{" "}
        {verdict !== "seams-found" && isClose && "The places below stay possible. "}
        {verdict !== "seams-found" &&
          !isUntouched &&
          "A change of the sketch, a revised answer or a question set aside would change it."}
        {toBeAsked > 0 &&
          ` ${toBeAsked === 1 ? "One question is" : `${toBeAsked} questions are`} still to be asked of others.`}
      </p>
    </section>
  );
}

/** After an answer the next question takes the place of the last, also for those who do not see it do so. */
function useFocusOnNextQuestion(key: string | null): () => void {
  const isWaiting = useRef(false);
  useEffect(() => {
    if (isWaiting.current) document.getElementById(QUESTION_ID)?.focus({ preventScroll: true });
    isWaiting.current = false;
  }, [key]);
  return useCallback(() => {
    isWaiting.current = true;
  }, []);
}
