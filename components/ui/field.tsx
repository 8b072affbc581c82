import type { ReactNode } from "react";

export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface Described {
  readonly name: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

interface FieldProps extends Described {
  readonly label: ReactNode;
  readonly isOptional?: boolean;
  readonly className?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, what helps to answer, what is wrong with the answer, and the native control they belong to. */
export function Field({
  name,
  label,
  hint,
  error,
  isOptional = false,
  className = "",
  children,
}: FieldProps) {
  return (
    <div className={`grid gap-2 ${mark(error)} ${className}`}>
      <label htmlFor={name} className="text-base font-semibold">
        {label}
        {isOptional && <span className="font-normal text-ink-faint"> (optional)</span>}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children({
        id: name,
        name,
        "aria-describedby": describe({ name, hint, error }),
        "aria-invalid": invalid(error),
      })}
    </div>
  );
}

interface FieldGroupProps extends Described {
  readonly legend: ReactNode;
  readonly isOptional?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The same for several controls that answer one question. A link to the group's name leads to it. */
export function FieldGroup({
  name,
  legend,
  hint,
  error,
  isOptional = false,
  className = "",
  children,
}: FieldGroupProps) {
  return (
    <div className={`${mark(error)} ${className}`}>
      <fieldset
        id={name}
        tabIndex={-1}
        aria-describedby={describe({ name, hint, error })}
        className="grid min-w-0 gap-2 outline-none"
      >
        <legend className="mb-2 p-0 text-base font-semibold">
          {legend}
          {isOptional && <span className="font-normal text-ink-faint"> (optional)</span>}
        </legend>
        <Hint name={name} hint={hint} />
        <FieldError name={name} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

/** Errors are told by a rule, weight and words: the one colour of the chart is kept for seams. */
function mark(error: string | undefined): string {
  return error === undefined ? "" : "border-l-4 border-ink pl-4";
}

function invalid(error: string | undefined): true | undefined {
  return error === undefined ? undefined : true;
}

function describe({ name, hint, error }: Described): string | undefined {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(error ? [`${name}-error`] : [])];
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function Hint({ name, hint }: Described) {
  return hint ? (
    <p id={`${name}-hint`} className="max-w-read text-small text-ink-soft">
      {hint}
    </p>
  ) : null;
}

export function FieldError({ name, error }: Described) {
  return error ? (
    <p id={`${name}-error`} className="text-base font-semibold">
      <span className="sr-only">Problem: </span>
      {error}
    </p>
  ) : null;
}
