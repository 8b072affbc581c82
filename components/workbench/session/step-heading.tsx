import type { ReactNode } from "react";
import { QUESTION_ID } from "./question-id.ts";

interface StepHeadingProps {
  /** What the heading is about, as a small line above it. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** What a step asks or says, to which the focus goes when it opens. */
export function StepHeading({ above, children }: StepHeadingProps) {
  return (
    <>
      {above !== undefined && <p className="sounding">{above}</p>}
      <h2 id={QUESTION_ID} tabIndex={-1} className="mt-1 font-serif text-lead text-balance outline-none">
        {children}
      </h2>
    </>
  );
}
