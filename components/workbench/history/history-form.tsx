import { Button } from "#components/ui/button.tsx";
import type { HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { useId, useRef, useState, type ReactNode } from "react";
import { ComponentsField, OutcomesField } from "./element-fields.tsx";
import { KINDS, problemsOf } from "./history-entry.ts";
import { Problem } from "./problem.tsx";

interface HistoryFormProps {
  readonly draft: HistoryEntry;
  /** Whether it was opened by a press, and not found open. */
  readonly hasFocus: boolean;
  readonly onChange: (change: Partial<HistoryEntry>) => void;
  readonly onTell: () => void;
  readonly onGiveUp: () => void;
}

export function HistoryForm({ draft, hasFocus, onChange, onTell, onGiveUp }: HistoryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [isRefused, setRefused] = useState(false);
  const problems = problemsOf(draft);
  const shown = isRefused ? problems : {};
  const submit = () => {
    const [first] = Object.keys(problems);
    if (first === undefined) {
      onTell();
      return;
    }
    setRefused(true);
    form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      className="mt-3 grid gap-4 border-y border-ink py-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <KindField kind={draft.kind} hasFocus={hasFocus} onChange={(kind) => onChange({ kind })} />
      <TextField
        name="text"
        label="What happened, in a sentence"
        value={draft.text}
        problem={shown.text}
        onChange={(text) => onChange({ text })}
      />
      <DateField value={draft.date} problem={shown.date} onChange={(date) => onChange({ date })} />
      <ComponentsField chosen={draft.about} problem={shown.about} onChange={(about) => onChange({ about })} />
      {draft.kind === "incident" && <OutcomesField draft={draft} onChange={onChange} />}
      {draft.kind === "fix" && (
        <>
          <TextField
            name="covered"
            label="What it covered"
            value={draft.covered}
            onChange={(covered) => onChange({ covered })}
          />
          <TextField
            name="leftOpen"
            label="What it left open"
            value={draft.leftOpen}
            onChange={(leftOpen) => onChange({ leftOpen })}
          />
        </>
      )}
      <p className="flex flex-wrap gap-3">
        <Button type="submit" rank="first">
          Keep it
        </Button>
        <Button onClick={onGiveUp}>Give up</Button>
      </p>
    </form>
  );
}

interface KindFieldProps {
  readonly kind: HistoryEntry["kind"];
  readonly hasFocus: boolean;
  readonly onChange: (kind: HistoryEntry["kind"]) => void;
}

function KindField({ kind, hasFocus, onChange }: KindFieldProps) {
  const name = useId();
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return (
    <fieldset>
      <legend className="sounding">What it was</legend>
      {kinds.map((known) => (
        <label key={known} className="flex min-h-8 items-center gap-2 text-small">
          <input
            type="radio"
            name={name}
            autoFocus={hasFocus && known === kind}
            checked={known === kind}
            onChange={() => onChange(known)}
            className="accent-ink"
          />
          {KINDS[known]}
        </label>
      ))}
    </fieldset>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

function TextField({ name, label, value, problem, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} problem={problem}>
      <textarea
        id={id}
        data-field={name}
        rows={2}
        maxLength={2000}
        className="field py-1"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
  );
}

function DateField({ value, problem, onChange }: Omit<TextFieldProps, "name" | "label">) {
  const id = useId();
  return (
    <Labelled id={id} label="When, as far as you know" problem={problem}>
      <input
        id={id}
        data-field="date"
        className="field max-w-40"
        value={value}
        placeholder="2024-07-19"
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`} className="text-small text-ink-soft">
        The year alone is fine: 2024.
      </span>
    </Labelled>
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: ReactNode;
}

function Labelled({ id, label, problem, children }: LabelledProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="sounding">
        {label}
      </label>
      {children}
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
