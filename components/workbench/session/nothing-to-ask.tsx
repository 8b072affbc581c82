import { Button } from "#components/ui/button.tsx";
import { LIKELY, POSSIBLE } from "#core/diagnosis/thresholds.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import type { Session } from "#core/document/session.schema.ts";
import { answeredFacts } from "#core/report/answered-facts.ts";
import { changeWords, foundChange } from "#core/report/found-change.ts";
import { useWorkbench } from "../workbench-context.ts";
import { QUESTION_ID } from "./question-id.ts";

interface NothingToAskProps {
  /** Asks a question all the same, by its key. */
  readonly onAsk: (key: string) => void;
  readonly onDone: () => void;
}

/** The verdict, when no question is worth asking any more. */
export function NothingToAsk({ onAsk, onDone }: NothingToAskProps) {
  const { session, diagnosis } = useWorkbench();
  return (
    <section aria-labelledby={QUESTION_ID}>
      <h2 id={QUESTION_ID} tabIndex={-1} className="font-serif text-lead outline-none">
        {headingOf(session, diagnosis)}
      </h2>
      <p className="mt-2 text-small text-ink-soft">{groundsOf(session, diagnosis)}</p>
      <WouldChange onAsk={onAsk} />
      {diagnosis.verdict === "seams-found" && (
        <p className="mt-4">
          <Button rank="first" onClick={onDone}>
            Go on to the invariants
          </Button>
        </p>
      )}
    </section>
  );
}

function isUntouched(session: Session): boolean {
  const { skipped, referred, independent, dismissed } = session;
  const said = [answeredFacts(session), skipped, Object.keys(referred), independent, dismissed];
  return said.every(({ length }) => length === 0);
}

export function headingOf(session: Session, { verdict }: Diagnosis): string {
  if (verdict === "seams-found") return "No open question would change what was found.";
  return isUntouched(session) ? "Nothing to ask yet." : "No structural seam found so far.";
}

export function groundsOf(session: Session, { verdict, candidates, wouldChange }: Diagnosis): string {
  const asked = answeredFacts(session).length;
  const answers = asked === 0 ? "no answer" : asked === 1 ? "one answer" : `${asked} answers`;
  const sentences = isUntouched(session)
    ? [
        "Nothing on this sketch calls for a question yet. Connect the components, and say what travels between them.",
      ]
    : [`This rests on ${answers}.`];
  const toBeAsked = Object.keys(session.referred).length;
  if (toBeAsked > 0)
    sentences.push(
      `${toBeAsked === 1 ? "One question is" : `${toBeAsked} questions are`} still to be asked of others.`,
    );
  if (verdict === "seams-found") return sentences.join(" ");
  const isClose = candidates.some(({ probability }) => probability >= POSSIBLE && probability < LIKELY);
  if (isClose) sentences.push("Some places stay possible; they are among the seams.");
  if (!isUntouched(session) && wouldChange.length === 0)
    sentences.push(
      "No single answer would change it: only a change of the sketch, a revised answer, or something that happens there.",
    );
  return sentences.join(" ");
}

function WouldChange({ onAsk }: Pick<NothingToAskProps, "onAsk">) {
  const { session, diagnosis } = useWorkbench();
  if (diagnosis.wouldChange.length === 0) return null;
  return (
    <>
      <h3 className="sounding mt-6 border-b border-hairline pb-2">What would change this</h3>
      <ul>
        {diagnosis.wouldChange.map((change) => (
          <li key={factKey(change.question)} className="border-b border-hairline py-3 text-small">
            <p>{change.question.text}</p>
            <p className="mt-1 text-ink-soft">{changeWords(foundChange(session.architecture, change))}</p>
            <Button rank="quiet" onClick={() => onAsk(factKey(change.question))}>
              {change.isSetAside ? "Take it up again" : "Answer it now"}
              <span className="sr-only"> “{change.question.text}”</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
