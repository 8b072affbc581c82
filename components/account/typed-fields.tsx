import { Field } from "#components/ui/field.tsx";
import type { AccountRefusal } from "#core/access/account-refusal.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "#core/access/password.ts";

/** A form as it came back: what was typed, and what is wrong with it, by control. */
export interface Returned {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export const NOTHING_TYPED: Returned = { typed: {}, errors: {} };

export function errorsOf(refusal: AccountRefusal): Readonly<Record<string, string>> {
  return Object.fromEntries(refusal.problems.map(({ field, message }) => [field, message]));
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly returned: Returned;
  readonly type?: "text" | "email";
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** What stands in it before anybody typed. */
  readonly value?: string;
}

export function TextField({
  name,
  label,
  hint,
  returned: { typed, errors },
  type = "text",
  autoComplete = "off",
  maxLength = 254,
  value = "",
}: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      {(control) => (
        <input
          {...control}
          type={type}
          autoComplete={autoComplete}
          required
          maxLength={maxLength}
          defaultValue={typed[name] ?? value}
          className="field max-w-96"
        />
      )}
    </Field>
  );
}

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly returned: Returned;
  readonly autoComplete: "current-password" | "new-password";
}

/** What is typed here never comes back. */
export function PasswordField({ name, label, hint, returned, autoComplete }: PasswordFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={returned.errors[name]}>
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete={autoComplete}
          required
          maxLength={2 * LONGEST_PASSWORD}
          className="field max-w-96"
        />
      )}
    </Field>
  );
}

/** A password that is chosen, twice. */
export function NewPasswordFields({ returned }: { readonly returned: Returned }) {
  return (
    <>
      <PasswordField
        name="password"
        label="New password"
        hint={`At least ${SHORTEST_PASSWORD} characters. Four or five words that do not belong together are easy to keep.`}
        returned={returned}
        autoComplete="new-password"
      />
      <PasswordField
        name="again"
        label="The same password again"
        returned={returned}
        autoComplete="new-password"
      />
    </>
  );
}
