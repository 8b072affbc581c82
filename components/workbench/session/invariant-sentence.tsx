import { Button } from "#components/ui/button.tsx";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { newId } from "../new-id.ts";
import { useWorkbench } from "../workbench-context.ts";
import { useDraft } from "./use-draft.ts";

interface InvariantSentenceProps {
  readonly entry: LedgerEntry;
}

/** The agreement as one checkable sentence: the engine's proposal, until people put it in their own words. */
export function InvariantSentence({ entry }: InvariantSentenceProps) {
  const { sessionId, dispatch, announce } = useWorkbench();
  const { pair, between, invariant, proposal, seam } = entry;
  const [draft, setDraft] = useDraft(`invariant ${sessionId} ${pair}`);
  const [isOpen, setOpen] = useState(draft !== "");
  const edit = useRef<HTMLButtonElement>(null);
  const isOwn = seam !== null && seam.invariant !== "";
  const close = (change: () => void) => {
    flushSync(() => {
      change();
      setDraft("");
      setOpen(false);
    });
    edit.current?.focus();
  };
  const keep = (sentence: string) =>
    close(() => {
      const own = sentence.trim() === proposal ? "" : sentence;
      announce(own.trim() === "" ? "The proposal stands." : "Your sentence stands. Undo takes it back.");
      dispatch({ type: "tell-seam", id: newId("seam"), between, told: { invariant: own } });
    });
  if (isOpen)
    return (
      <SentenceForm
        begun={draft === "" ? invariant : draft}
        onChange={setDraft}
        onKeep={keep}
        onGiveUp={() => close(() => announce("Left as it was."))}
      />
    );
  return (
    <>
      <p className="mt-1 font-serif text-read whitespace-pre-line">{invariant}</p>
      {isOwn && <p className="mt-1 text-small text-ink-soft">In your own words. Proposed was: {proposal}</p>}
      <p className="-ml-1 flex flex-wrap gap-x-4">
        <Button ref={edit} rank="quiet" onClick={() => setOpen(true)}>
          Say it in your own words
        </Button>
        {isOwn && (
          <Button rank="quiet" onClick={() => keep("")}>
            Back to the proposal
          </Button>
        )}
      </p>
    </>
  );
}

interface SentenceFormProps {
  readonly begun: string;
  readonly onChange: (sentence: string) => void;
  readonly onKeep: (sentence: string) => void;
  readonly onGiveUp: () => void;
}

function SentenceForm({ begun, onChange, onKeep, onGiveUp }: SentenceFormProps) {
  const id = useId();
  const [value, setValue] = useState(begun);
  return (
    <form
      className="mt-1 grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(value);
      }}
    >
      <label htmlFor={id} className="sounding">
        What must hold, as one sentence that can be checked
      </label>
      <textarea
        id={id}
        autoFocus
        rows={4}
        maxLength={4000}
        className="field py-1 font-serif"
        value={value}
        onChange={({ target }) => {
          setValue(target.value);
          onChange(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onGiveUp();
        }}
      />
      <p className="mt-1 flex flex-wrap gap-3">
        <Button type="submit" rank="first">
          Keep this sentence
        </Button>
        <Button onClick={onGiveUp}>Give up</Button>
      </p>
    </form>
  );
}
