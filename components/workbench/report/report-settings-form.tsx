import { Check } from "#components/ui/check.tsx";
import { useId, type ReactNode } from "react";
import { asSentence } from "../as-sentence.ts";
import { LogoField } from "./logo-field.tsx";
import type { DraftProblems, ReportDraft } from "./report-draft.ts";

interface ReportSettingsFormProps {
  readonly draft: ReportDraft;
  readonly problems: DraftProblems;
  /** The title of the sketch, which stands where no other is given. */
  readonly sketchTitle: string;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}

/** What stands on the cover and at the edge of every page. */
export function ReportSettingsForm({ draft, problems, sketchTitle, onChange }: ReportSettingsFormProps) {
  const line = (field: "title" | "client" | "author" | "date" | "confidentiality") => ({
    value: draft[field],
    error: problems[field],
    onType: (typed: string) => onChange({ [field]: typed }),
  });
  return (
    <div className="grid gap-3">
      <Line label="Title" placeholder={sketchTitle} {...line("title")} />
      <Line label="Client" {...line("client")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Line label="Author" {...line("author")} />
        <Line label="Date" type="date" {...line("date")} />
      </div>
      <Line
        label="Confidentiality, at the foot of every page"
        placeholder="Confidential, for the client alone"
        {...line("confidentiality")}
      />
      <LogoField logo={draft.logo} onChange={(logo) => onChange({ logo })} />
      <div className="border-t border-hairline pt-1 text-small">
        <Check
          type="checkbox"
          checked={draft.isAnonymous}
          onChange={({ target }) => onChange({ isAnonymous: target.checked })}
        >
          Replace all names
          <span className="block text-ink-soft">
            Components, boundaries, things on their way and people get neutral names, the same one everywhere,
            in the report and in the files for other tools. The logo is left out. The key that turns names
            back is a file of its own.
          </span>
        </Check>
      </div>
    </div>
  );
}

interface LineProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly error: string | undefined;
  readonly type?: "text" | "date";
  readonly placeholder?: string;
  readonly onType: (typed: string) => void;
}

function Line({ label, value, error, type = "text", placeholder, onType }: LineProps) {
  const id = useId();
  const problem = `${id}-problem`;
  return (
    <div className={error === undefined ? "min-w-0" : "min-w-0 border-l-4 border-ink pl-3"}>
      <label htmlFor={id} className="sounding block">
        {label}
      </label>
      <input
        id={id}
        type={type}
        className="field mt-1"
        value={value}
        placeholder={placeholder}
        maxLength={200}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : problem}
        onChange={({ target }) => onType(target.value)}
      />
      {error !== undefined && (
        <p id={problem} className="mt-1 text-small font-medium">
          {asSentence(error)}
        </p>
      )}
    </div>
  );
}
