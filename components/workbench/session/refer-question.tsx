import { Button } from "#components/ui/button.tsx";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import { useId, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { useDraft } from "./use-draft.ts";

interface ReferQuestionProps {
  readonly question: Question;
  readonly onRefer: (who: string) => void;
}

/** The question is somebody else's: it is set aside, and kept with whom to ask. */
export function ReferQuestion({ question, onRefer }: ReferQuestionProps) {
  const [who, setWho] = useDraft(`refer ${factKey(question)}`);
  const [isOpen, setOpen] = useState(who !== "");
  return (
    <>
      <Button rank="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Somebody else knows
      </Button>
      {isOpen && <Who who={who} setWho={setWho} onRefer={onRefer} />}
    </>
  );
}

interface WhoProps {
  readonly who: string;
  readonly setWho: (who: string) => void;
  readonly onRefer: (who: string) => void;
}

function Who({ who, setWho, onRefer }: WhoProps) {
  const { session } = useWorkbench();
  const id = useId();
  const known = [...new Set(Object.values(session.referred))];
  return (
    <form
      className="order-last w-full pt-1 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (who.trim() === "") return;
        setWho("");
        onRefer(who);
      }}
    >
      <label htmlFor={id} className="sounding">
        Who knows: a name or a role
      </label>
      <p className="mt-1 flex gap-3">
        <input
          id={id}
          autoFocus
          className="field"
          value={who}
          maxLength={100}
          list={`${id}-known`}
          onChange={({ target }) => setWho(target.value)}
        />
        <Button type="submit">Ask them later</Button>
      </p>
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}
