import { Field } from "#components/ui/field.tsx";
import {
  REPORT_KEPT_MONTHS,
  REPORT_LIMITS,
  type ErrorReportDraft,
  type ReportField,
} from "#core/intake/error-report-form.ts";

export type ReportErrors = Readonly<Partial<Record<ReportField, string>>>;

interface QuestionsProps {
  readonly draft: ErrorReportDraft;
  readonly errors: ReportErrors;
}

export function WhichText({ draft, errors }: QuestionsProps) {
  return (
    <Field
      name="text"
      label="Which text is it about?"
      hint="Its title, its number or its address, and the part if you know it."
      error={errors.text}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          required
          maxLength={REPORT_LIMITS.text}
          defaultValue={draft.text}
          className="field"
        />
      )}
    </Field>
  );
}

const TEXTS = {
  wrong: {
    label: "What is wrong?",
    hint: "A date, a name, a step that does not follow. Quote the sentence if you can.",
    rows: 6,
  },
  shouldSay: { label: "What should it say?", hint: "In your own words.", rows: 4 },
} as const;

export function WhatIsWrong({ draft, errors }: QuestionsProps) {
  const names = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
  return (
    <>
      {names.map((name) => (
        <Field
          key={name}
          name={name}
          label={TEXTS[name].label}
          hint={TEXTS[name].hint}
          error={errors[name]}
          isOptional={name !== "wrong"}
        >
          {(control) => (
            <textarea
              {...control}
              rows={TEXTS[name].rows}
              maxLength={REPORT_LIMITS[name]}
              required={name === "wrong"}
              defaultValue={draft[name]}
              className="field resize-y"
            />
          )}
        </Field>
      ))}
      <Field
        name="source"
        label="A public source for it"
        hint="An address that begins with https://, where others can read it as well."
        error={errors.source}
        isOptional
      >
        {(control) => (
          <input
            {...control}
            type="url"
            autoComplete="off"
            maxLength={REPORT_LIMITS.source}
            defaultValue={draft.source}
            className="field"
          />
        )}
      </Field>
    </>
  );
}

/** What becomes of a report, and of what it says about who sent it. */
export function WhatHappensThen() {
  return (
    <ul className="grid gap-3 font-serif text-read">
      <li>It is stored, and a person reads it.</li>
      <li>
        If it is right, the case is corrected. It gets a new version and an entry in its corrections log, and
        the <a href="/corrections.xml">corrections feed</a> says so. A pattern gets a new version.
      </li>
      <li>Your report itself is not published.</li>
      <li>
        It is kept for {REPORT_KEPT_MONTHS} months and then deleted, with everything in it. Nothing else about
        you is kept with it.
      </li>
    </ul>
  );
}

export function ReachYou({ draft, errors }: QuestionsProps) {
  return (
    <Field
      name="email"
      label="E-mail address"
      hint="Used to ask back about this report, and for nothing else."
      error={errors.email}
      isOptional
    >
      {(control) => (
        <input
          {...control}
          type="email"
          autoComplete="email"
          maxLength={REPORT_LIMITS.email}
          defaultValue={draft.email}
          className="field max-w-96"
        />
      )}
    </Field>
  );
}
