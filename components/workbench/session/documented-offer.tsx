import { Button } from "#components/ui/button.tsx";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import type { Command } from "#core/document/command.ts";
import { answerWords } from "#core/report/wording.ts";
import { useWorkbench, type AnswerExtra } from "../workbench-context.ts";

/** What an answer says of itself that was taken from there. */
export const RECORDED: AnswerExtra = { evidence: "the published record" };

interface DocumentedOfferProps {
  readonly question: Question;
  readonly onTake: (value: FactValue) => void;
  readonly onSetAside: (command: Command) => void;
}

/** In a sketch from a published case: what the record says to this question, to be taken with one press. */
export function DocumentedOffer({ question, onTake, onSetAside }: DocumentedOfferProps) {
  const { session, documented } = useWorkbench();
  if (documented === null) return null;
  const said = documented(question);
  const { about } = question;
  if (said.kind === "says") {
    return (
      <Offer
        words={answerWords(session.architecture, question.fact, said.value)}
        onTake={() => onTake(said.value)}
      />
    );
  }
  if (said.kind === "independent" && "agreement" in about) {
    const command = { type: "set-independent", between: about.agreement, independent: true } as const;
    return <Offer words="These two need not agree on anything" onTake={() => onSetAside(command)} />;
  }
  return <p className="mt-3 bg-land px-3 py-2 text-small">The published record does not say.</p>;
}

function Offer({ words, onTake }: { readonly words: string; readonly onTake: () => void }) {
  return (
    <p className="mt-3 flex items-center justify-between gap-4 bg-land px-3 py-2 text-small">
      <span className="min-w-0 flex-1">
        The published record says: <span className="font-medium">{words}</span>
      </span>
      <Button onClick={onTake}>Take this answer</Button>
    </p>
  );
}
