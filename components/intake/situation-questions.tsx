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

interface Question {
  readonly label: string;
  readonly hint: string;
  /** Lines that are shown at once; a question of one line is answered in one. */
  readonly rows: number;
  readonly autoComplete?: "name" | "tel";
}

const QUESTIONS: Readonly<Record<Exclude<TextField, "email">, Question>> = {
  system: {
    label: "What is the system?",
    hint: "In a line: what it does and roughly how large it is.",
    rows: 1,
  },
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
    rows: 5,
  },
  relied: {
    label: "Who relied on which guarantee?",
    hint: "As in: “The billing team takes for granted that every order arrives exactly once.”",
    rows: 4,
  },
  known: {
    label: "What do you know for sure?",
    hint: "Measured, logged, reproduced: what nobody would dispute.",
    rows: 4,
  },
  unanswered: {
    label: "What could nobody answer?",
    hint: "Questions that were asked and stayed open. That nobody knows is a finding of its own.",
    rows: 4,
  },
  phone: {
    label: "Phone number",
    hint: "Only if you would rather be called. Used for that and for nothing else.",
    rows: 1,
    autoComplete: "tel",
  },
  name: { label: "Your name", hint: "How we should address you.", rows: 1, autoComplete: "name" },
};

interface TextQuestionsProps extends QuestionsProps {
  readonly names: readonly (keyof typeof QUESTIONS)[];
  readonly className?: string;
}

export function TextQuestions({ names, draft, errors, className = "" }: TextQuestionsProps) {
  return names.map((name) => {
    const { label, hint, rows, autoComplete = "off" } = QUESTIONS[name];
    return (
      <Field
        key={name}
        name={name}
        label={label}
        hint={hint}
        error={errors[name]}
        isOptional={name !== "failing"}
        className={className}
      >
        {(control) =>
          rows === 1 ? (
            <input
              {...control}
              type={name === "phone" ? "tel" : "text"}
              autoComplete={autoComplete}
              maxLength={LIMITS[name]}
              defaultValue={draft[name]}
              className={`field ${name === "system" ? "" : "max-w-96"}`}
            />
          ) : (
            <textarea
              {...control}
              rows={rows}
              maxLength={LIMITS[name]}
              required={name === "failing"}
              defaultValue={draft[name]}
              className="field resize-y"
            />
          )
        }
      </Field>
    );
  });
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

/** The addresses are asked for only while they are wanted, which style alone decides: it works without scripts. */
export function WhereTo({ draft, errors }: QuestionsProps) {
  return (
    <div className="group grid gap-6">
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
      <TextQuestions
        names={["phone"]}
        draft={draft}
        errors={errors}
        className="group-has-[[value=none]:checked]:hidden"
      />
      <TextQuestions names={["name"]} draft={draft} errors={errors} />
    </div>
  );
}

interface ConsentProps extends QuestionsProps {
  /** Days for which a situation is kept after the last thing that happened to it. */
  readonly keptDays: number;
}

export function Consent({ draft, errors, keptDays }: ConsentProps) {
  return (
    <FieldGroup
      name="consent"
      legend="Keeping it"
      error={errors.consent}
      hint={
        <>
          It is stored here and read by the people who answer. It is deleted {keptDays} days after the last
          time you or we did something with it. You get a private link, by which you can take it back or have
          it erased at once, without asking anybody.
        </>
      }
    >
      <Check type="checkbox" name="consent" value="yes" required defaultChecked={draft.consent}>
        I agree that Seamark keeps what I wrote here, to read it and to answer it.
      </Check>
    </FieldGroup>
  );
}
