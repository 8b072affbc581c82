import { Button } from "#components/ui/button.tsx";
import type { Answer } from "#core/architecture/architecture.schema.ts";
import type { FactAddress } from "#core/architecture/subject.ts";
import { guessesAt } from "#core/report/guesses.ts";
import { answerWords } from "#core/report/wording.ts";
import { useWorkbench, type AnswerExtra } from "../workbench-context.ts";

interface GuessOfferProps {
  readonly address: FactAddress;
  readonly onConfirm: (value: Answer["value"], extra: AnswerExtra) => void;
}

/** What files and people guessed of a fact that nobody answered yet, each to be confirmed with one press. */
export function GuessOffer({ address, onConfirm }: GuessOfferProps) {
  const { session, person } = useWorkbench();
  const guesses = guessesAt(session, address).filter(({ by }) => by !== person);
  return guesses.map(({ by, value, evidence = "" }) => {
    const words = answerWords(session.architecture, address.fact, value);
    const confirmed = evidence === "" ? by : `${by}: ${evidence}`;
    return (
      <p key={by} className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 bg-land px-3 py-2 text-small">
        <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
          {by} suggests: <span className="font-medium">{words}</span>. Is it so?
          {evidence !== "" && <span className="block text-ink-soft">{evidence}</span>}
        </span>
        <Button
          aria-label={`Yes, it is so: ${words}`}
          onClick={() => onConfirm(value, { evidence: confirmed })}
        >
          Yes, it is so
        </Button>
      </p>
    );
  });
}
