import { Check } from "#components/ui/check.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import { SIGNAL_IDS, SIGNALS } from "#core/fit/signals.ts";
import {
  LIMITS,
  type SituationDraft,
  type SituationField,
  type TextField,
} from "#core/intake/situation-form.ts";

export type Errors = Readonly<Partial<Record<SituationField, string>>>;

interface QuestionsProps {
  readonly draft: SituationDraft;
  readonly errors: Errors;
}

const PLACE = {
  failing: {
    label: "What keeps failing?",
    hint: "As it looks from outside is fine. Leave out passwords, keys and the names of customers.",
    rows: 6,
  },
  works: {
    label: "What works at the same time?",
    hint: "Operations that go through while others fail, components that report to be well.",
    rows: 3,
  },
  tried: {
    label: "Which fixes were tried, and what happened next?",
    hint: "Trouble that returns at one place, or right beside it, is the strongest sign there is.",
    rows: 4,
  },
} as const;

export function WhatHappens({ draft, errors }: QuestionsProps) {
  const places = Object.keys(PLACE) as (keyof typeof PLACE)[];
  return places.map((name) => (
    <Field
      key={name}
      name={name}
      label={PLACE[name].label}
      hint={PLACE[name].hint}
      error={errors[name]}
      isOptional={name !== "failing"}
    >
      {(control) => (
        <textarea
          {...control}
          rows={PLACE[name].rows}
          maxLength={LIMITS[name]}
          required={name === "failing"}
          defaultValue={draft[name]}
          className="field resize-y"
        />
      )}
    </Field>
  ));
}

export function WhatYouRecognize({ draft, errors }: QuestionsProps) {
  return (
    <FieldGroup
      name="signals"
      legend="Which of these do you recognize?"
      hint="Some speak for a structural failure and some against. Tick whatever is true; none is fine."
      error={errors.signals}
      isOptional
    >
      <ul className="divide-y divide-hairline border-y border-hairline">
        {SIGNAL_IDS.map((signal) => (
          <li key={signal}>
            <Check
              type="checkbox"
              name="signals"
              value={signal}
              defaultChecked={draft.signals.includes(signal)}
            >
              {SIGNALS[signal].statement}
            </Check>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

/** The address is asked for only while it is wanted, which style alone decides: it works without scripts. */
export function WhereTo({ draft, errors }: QuestionsProps) {
  return (
    <div className="group grid gap-4">
      <FieldGroup name="reply" legend="Would you like an answer?" error={errors.reply}>
        <div>
          <Check type="radio" name="reply" value="email" defaultChecked={draft.reply !== "none"}>
            Yes, by e-mail
          </Check>
          <Check type="radio" name="reply" value="none" defaultChecked={draft.reply === "none"}>
            No answer is needed
          </Check>
        </div>
      </FieldGroup>
      <Field
        name="email"
        label="E-mail address"
        hint="Used for the answer and for nothing else."
        error={errors.email}
        className="group-has-[[value=none]:checked]:hidden"
      >
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="email"
            maxLength={LIMITS.email}
            defaultValue={draft.email}
            className="field max-w-96"
          />
        )}
      </Field>
    </div>
  );
}

const MORE: readonly {
  name: TextField & SituationField;
  label: string;
  hint: string;
  autoComplete?: "name";
}[] = [
  {
    name: "system",
    label: "What is the system?",
    hint: "In a line: what it does and roughly how large it is.",
  },
  { name: "name", label: "Your name", hint: "How we should address you.", autoComplete: "name" },
];

export function MoreIfYouLike({ draft, errors }: QuestionsProps) {
  const isUsed = MORE.some(({ name }) => draft[name] !== "" || errors[name] !== undefined);
  return (
    <details open={isUsed} className="fold border-y border-hairline">
      <summary>The system and your name, if you like</summary>
      <div className="grid gap-6 pb-6 pt-3">
        {MORE.map(({ name, label, hint, autoComplete = "off" }) => (
          <Field key={name} name={name} label={label} hint={hint} error={errors[name]} isOptional>
            {(control) => (
              <input
                {...control}
                type="text"
                autoComplete={autoComplete}
                maxLength={LIMITS[name]}
                defaultValue={draft[name]}
                className="field"
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}

export function Consent({ draft, errors }: QuestionsProps) {
  return (
    <FieldGroup name="consent" legend="Keeping it" error={errors.consent}>
      <Check type="checkbox" name="consent" value="yes" required defaultChecked={draft.consent}>
        I agree that Seamark keeps what I wrote here, to read it and to answer it.
      </Check>
    </FieldGroup>
  );
}
