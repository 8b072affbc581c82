"use client";

import { useEffect, useRef } from "react";
import type { FieldProblem } from "#core/intake/form.ts";
import type { Notice } from "#core/intake/refusal.ts";

interface FormNoticeProps {
  readonly notice: Notice;
  readonly problems: readonly FieldProblem[];
  /** Changes with every refusal, so that the same notice is brought to attention again. */
  readonly attempt: number;
  /** Brings a field to attention that may not be shown. */
  readonly onShow?: (field: string) => void;
}

/** Why the form is here again, at its top, with a way to every field that needs another look. */
export function FormNotice({ notice, problems, attempt, onShow }: FormNoticeProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [attempt]);
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      aria-labelledby="notice"
      className="mb-10 max-w-read border-2 border-ink p-5 md:p-6"
    >
      <h2 id="notice" className="font-serif text-lead">
        {notice.heading}
      </h2>
      <p className="mt-2">{notice.text}</p>
      {problems.length > 0 && (
        <ul className="mt-4 grid gap-2 border-t border-hairline pt-4">
          {problems.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  if (onShow === undefined) return;
                  event.preventDefault();
                  onShow(field);
                }}
                className="inline-block py-0.5 font-semibold"
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
