import { Button } from "#components/ui/button.tsx";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { answerWords } from "#core/report/wording.ts";
import { useWorkbench, type AnswerExtra } from "../workbench-context.ts";

/** What an answer says of itself that was taken from there. */
export const RECORDED: AnswerExtra = { evidence: "the published record" };

interface DocumentedOfferProps {
  readonly question: Question;
  readonly onTake: (value: FactValue) => void;
}

/** In a sketch from a published case: what the record says to this question, to be taken with one press. */
export function DocumentedOffer({ question, onTake }: DocumentedOfferProps) {
  const { session, documented } = useWorkbench();
  if (documented === null) return null;
  const value = documented(question);
  return (
    <p className="mt-3 flex items-center justify-between gap-4 bg-land px-3 py-2 text-small">
      {value === undefined ? (
        "The published record does not say."
      ) : (
        <>
          <span className="min-w-0 flex-1">
            The published record says:{" "}
            <span className="font-medium">{answerWords(session.architecture, question.fact, value)}</span>
          </span>
          <Button onClick={() => onTake(value)}>Take this answer</Button>
        </>
      )}
    </p>
  );
}
