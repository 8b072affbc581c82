import { Button } from "#components/ui/button.tsx";
import type { FactAddress } from "#core/architecture/subject.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import type { Command } from "#core/document/command.ts";
import { ReferQuestion } from "./refer-question.tsx";

interface SetAsideWaysProps {
  readonly question: Question & FactAddress;
  readonly onSetAside: (command: Command) => void;
}

/** The ways past a question for those who cannot answer it. */
export function SetAsideWays({ question, onSetAside }: SetAsideWaysProps) {
  return (
    <>
      <Button rank="quiet" onClick={() => onSetAside({ type: "skip-question", address: question })}>
        Skip
      </Button>
      <ReferQuestion
        question={question}
        onRefer={(to) => onSetAside({ type: "refer-question", address: question, to })}
      />
    </>
  );
}
