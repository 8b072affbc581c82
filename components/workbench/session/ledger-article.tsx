import { Button } from "#components/ui/button.tsx";
import type { AskedQuestion } from "#core/report/asked-questions.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { fixWords, likelihoodWord, percent, subjectName } from "#core/report/wording.ts";
import { useId } from "react";
import { newId } from "../new-id.ts";
import { useTyped } from "../use-typed.ts";
import { useWorkbench } from "../workbench-context.ts";
import { candidateKey, Contributions } from "./candidates.tsx";
import { InvariantSentence } from "./invariant-sentence.tsx";
import { Ladder } from "./ladder.tsx";
import { SeamArticle } from "./seam-article.tsx";

interface LedgerArticleProps {
  readonly entry: LedgerEntry;
}

/** One seam in the ledger. When several mechanisms meet at the same two components they are one seam. */
export function LedgerArticle({ entry }: LedgerArticleProps) {
  const { explanations, ladder, isAsked } = entry;
  const [lead, ...others] = explanations;
  return (
    <SeamArticle entry={entry}>
      <p className="sounding">
        {likelihoodWord(lead.probability)}, {percent(lead.probability)}
        <Standing entry={entry} />
      </p>
      <InvariantSentence entry={entry} />
      <Ladder place={ladder} isAsked={isAsked} />
      <Disagreements answers={entry.answers} />
      <Owner entry={entry} />
      <div className="mt-3 border-b border-hairline">
        <Evidence answers={entry.answers} />
        {[lead, ...others].map((candidate) => (
          <details key={candidateKey(candidate)} className="border-t border-hairline py-2">
            <summary className="cursor-pointer text-small">
              {candidate === lead ? "What speaks for it: " : "Here too: "}
              {candidate.title.toLowerCase()}
            </summary>
            {candidate !== lead && <p className="pb-2 font-serif">{candidate.invariant}</p>}
            <Contributions candidate={candidate} />
          </details>
        ))}
        <Fixes entry={entry} />
      </div>
      <TakeOut entry={entry} />
    </SeamArticle>
  );
}

/** How the seam came into the ledger, where the engine alone would not say it. */
function Standing({ entry: { seam, isAsked, isLikely } }: LedgerArticleProps) {
  if (seam?.mechanism != null) return <>, accepted</>;
  if (seam !== null && !isLikely) return <>, marked by hand</>;
  return isAsked ? null : <>, from the sketch alone</>;
}

function Owner({ entry: { between, seam } }: LedgerArticleProps) {
  const { dispatch } = useWorkbench();
  const id = useId();
  const typed = useTyped(
    seam?.owner ?? "",
    (owner) => {
      if (owner.trim() !== (seam?.owner ?? ""))
        dispatch({ type: "tell-seam", id: newId("seam"), between, told: { owner } });
    },
    { isWhole: true },
  );
  return (
    <div className="mt-3 grid gap-1">
      <label htmlFor={id} className="sounding">
        Owner: who keeps this agreement
      </label>
      <input
        id={id}
        {...typed}
        className="field"
        maxLength={100}
        placeholder="A name, a role, a team"
        onKeyDown={(event) => {
          if (event.key === "Enter") typed.onBlur();
        }}
      />
    </div>
  );
}

interface AnswersProps {
  readonly answers: readonly AskedQuestion[];
}

/** Different answers to one question are evidence, and are said as such. */
function Disagreements({ answers }: AnswersProps) {
  const disputed = answers.filter(({ isDisputed }) => isDisputed);
  if (disputed.length === 0) return null;
  return (
    <ul className="mt-3 text-small">
      {disputed.map((question) => (
        <li key={`${question.about} ${question.asked}`} className="border-l-2 border-ink pl-3">
          <span className="font-medium">Answered differently.</span> {question.asked} ({question.about}):{" "}
          {question.answers.map(({ by, said }) => `${by} says “${said}”`).join("; ")}
        </li>
      ))}
    </ul>
  );
}

function Evidence({ answers }: AnswersProps) {
  return (
    <details className="border-t border-hairline py-2">
      <summary className="cursor-pointer text-small">
        Evidence, and who answered{" "}
        <span className="font-mono text-sounding text-ink-faint">{answers.length}</span>
      </summary>
      {answers.length === 0 && (
        <p className="pt-1 text-small text-ink-soft">Nothing that bears on it was answered yet.</p>
      )}
      <ul className="text-small">
        {answers.map((question) => (
          <li
            key={`${question.about} ${question.asked}`}
            className="border-b border-hairline py-2 last:border-b-0"
          >
            <p className="sounding">{question.about}</p>
            {question.answers.map(({ by, said, evidence = "", guessed = false }) => (
              <p key={by}>
                {question.asked}: {said}
                <span className="text-ink-soft">
                  {` (${by}${guessed ? ", a guess" : ""}${evidence === "" ? "" : `, from ${evidence}`})`}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Fixes({ entry: { fixes } }: LedgerArticleProps) {
  if (fixes.fixes.length === 0) return null;
  return (
    <details className="border-t border-hairline py-2" open={fixes.isAccumulating}>
      <summary className="cursor-pointer text-small">
        {fixes.isAccumulating ? "Accumulating proxy fixes" : "Proxy fix"}{" "}
        <span className="font-mono text-sounding text-ink-faint">{fixes.fixes.length}</span>
      </summary>
      <ol className="text-small">
        {fixes.fixes.map((fix) => (
          <li key={fix.id} className="py-1">
            {fixWords(fix)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Takes a seam that people keep out of the ledger; one that is likely stays, in the engine's words. */
function TakeOut({ entry: { seam, between } }: LedgerArticleProps) {
  const { session, dispatch, announce } = useWorkbench();
  if (seam === null) return null;
  return (
    <Button
      rank="quiet"
      onClick={() => {
        const names = subjectName(session.architecture, { agreement: between });
        announce(`${names}: no longer kept as a seam. Undo brings it back.`);
        dispatch({ type: "unmark-seam", id: seam.id });
      }}
    >
      Keep it no longer
    </Button>
  );
}
