import { Button } from "#components/ui/button.tsx";
import { pairKey } from "#core/architecture/subject.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { subjectName } from "#core/report/wording.ts";
import { useId, useState } from "react";
import { flushSync } from "react-dom";
import { useWorkbench } from "../workbench-context.ts";
import { DISMISSED_ID } from "./dismissed-list.tsx";
import { focusFirstOf } from "./focus-first-of.ts";
import { useDraft } from "./use-draft.ts";

interface DismissProps {
  readonly candidate: Candidate;
}

/** Takes a candidate out of the conversation, with a reason for whoever wonders later. */
export function Dismiss({ candidate }: DismissProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="pb-1">
      <Button rank="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Keep it" : "Dismiss"}
      </Button>
      {isOpen && <Reason candidate={candidate} />}
    </div>
  );
}

function Reason({ candidate: { between, mechanism } }: DismissProps) {
  const { session, diagnosis, dispatch, person, announce } = useWorkbench();
  const [reason, setReason] = useDraft(`dismiss ${pairKey(...between)} ${mechanism ?? ""}`);
  const id = useId();
  const dismiss = (which: Candidate["mechanism"]) => {
    const dismissal = { between, mechanism: which, reason, by: person, at: new Date().toISOString() };
    setReason("");
    announce(`Dismissed ${subjectName(session.architecture, { agreement: between })}.`);
    flushSync(() => dispatch({ type: "dismiss", dismissal }));
    focusFirstOf(DISMISSED_ID);
  };
  const isOneOfSeveral =
    diagnosis.candidates.filter((other) => pairKey(...other.between) === pairKey(...between)).length > 1;
  return (
    <form
      className="grid gap-1 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        dismiss(mechanism);
      }}
    >
      <label htmlFor={id} className="sounding">
        Why it is no seam, if you want to say
      </label>
      <input
        id={id}
        autoFocus
        className="field"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
        <Button type="submit">{isOneOfSeveral ? "Dismiss this explanation" : "Dismiss it"}</Button>
        {isOneOfSeveral && (
          <Button onClick={() => dismiss(null)}>Dismiss everything between these two</Button>
        )}
      </p>
    </form>
  );
}
