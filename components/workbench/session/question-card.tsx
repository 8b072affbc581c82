import { Button } from "#components/ui/button.tsx";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import type { Command } from "#core/document/command.ts";
import { subjectName } from "#core/report/wording.ts";
import { useId, useState } from "react";
import { useWorkbench, type AnswerExtra } from "../workbench-context.ts";
import { AnswerWays } from "./answer-ways.tsx";
import { DocumentedOffer, RECORDED } from "./documented-offer.tsx";
import { GuessOffer } from "./guess-offer.tsx";
import { QUESTION_ID } from "./question-id.ts";
import { SetAsideWays } from "./set-aside-ways.tsx";
import { useDraft } from "./use-draft.ts";

interface QuestionCardProps {
  readonly question: Question;
  readonly onDone: () => void;
}

/** The one thing that is asked now. */
export function QuestionCard({ question, onDone }: QuestionCardProps) {
  const { session, answer, dispatch } = useWorkbench();
  const [evidence, setEvidence] = useDraft(`evidence ${factKey(question)}`);
  const [guessed, setGuessed] = useState(false);
  const extra = { evidence, guessed };
  const { architecture } = session;
  const { about } = question;
  const say = (value: FactValue, said: AnswerExtra = extra) => {
    onDone();
    setEvidence("");
    answer(question, value, said);
  };
  const setAside = (command: Command) => {
    onDone();
    dispatch(command);
  };

  return (
    <section aria-labelledby={QUESTION_ID}>
      <p className="sounding">{subjectName(architecture, about)}</p>
      <h2 id={QUESTION_ID} tabIndex={-1} className="mt-1 font-serif text-lead text-balance outline-none">
        {question.text}
      </h2>
      <DocumentedOffer question={question} onTake={(value) => say(value, RECORDED)} onSetAside={setAside} />
      <GuessOffer address={question} onConfirm={say} />
      <div className="mt-4">
        <AnswerWays question={question} labelledBy={QUESTION_ID} onAnswer={say} />
      </div>
      <div className="mt-2 flex flex-wrap gap-x-4">
        <SetAsideWays question={question} onSetAside={setAside} />
        {"agreement" in about && (
          <Button
            rank="quiet"
            onClick={() => setAside({ type: "set-independent", between: about.agreement, independent: true })}
          >
            These two need not agree on anything
          </Button>
        )}
      </div>
      <Reasons question={question} />
      <Evidence
        extra={extra}
        onChange={(next) => {
          setEvidence(next.evidence ?? "");
          setGuessed(next.guessed ?? false);
        }}
      />
    </section>
  );
}

function Reasons({ question }: { readonly question: Question }) {
  return (
    <>
      <details className="mt-3 border-t border-hairline py-2">
        <summary className="cursor-pointer text-small">Why this is asked</summary>
        <p className="pt-1 text-small text-ink-soft">{question.why}</p>
      </details>
      <details className="border-t border-hairline py-2">
        <summary className="cursor-pointer text-small">What each answer would mean</summary>
        <dl className="pt-1 text-small">
          {question.answers.map(({ value, label, meaning }) => (
            <div key={String(value)} className="py-1">
              <dt>{label}</dt>
              <dd className="text-ink-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

interface EvidenceProps {
  readonly extra: AnswerExtra;
  readonly onChange: (extra: AnswerExtra) => void;
}

function Evidence({ extra, onChange }: EvidenceProps) {
  const { person, setPerson } = useWorkbench();
  const evidenceId = useId();
  const personId = useId();
  return (
    <details className="border-y border-hairline py-2">
      <summary className="cursor-pointer text-small">
        Answered by <span className="font-medium">{person}</span>
        {extra.evidence !== undefined && extra.evidence !== "" && ", with evidence"}
        {extra.guessed === true && ", a guess"}
      </summary>
      <div className="grid gap-2 pt-2">
        <label htmlFor={evidenceId} className="sounding">
          What you know it from
        </label>
        <input
          id={evidenceId}
          className="field"
          value={extra.evidence ?? ""}
          placeholder="A document, a person, a line of code"
          onChange={({ target }) => onChange({ ...extra, evidence: target.value })}
        />
        <label className="flex min-h-7 items-center gap-2 text-small">
          <input
            type="checkbox"
            checked={extra.guessed ?? false}
            onChange={({ target }) => onChange({ ...extra, guessed: target.checked })}
          />
          It is a guess
        </label>
        <label htmlFor={personId} className="sounding">
          Your name, as it will stand beside your answers
        </label>
        <input
          id={personId}
          key={person}
          className="field"
          defaultValue={person}
          maxLength={100}
          onBlur={({ target }) => setPerson(target.value)}
        />
      </div>
    </details>
  );
}
