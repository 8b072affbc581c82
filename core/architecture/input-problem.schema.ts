import type { z } from "zod";

/** One thing that is wrong with an input: where (RFC 6901 pointer into the document) and what, as a sentence. */
export interface InputProblem {
  readonly pointer: string;
  readonly message: string;
}

/** At most this many problems are listed; a file that is wrong everywhere is not helped by ten thousand lines. */
export const MOST_PROBLEMS = 50;

export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function problemsOf(error: z.ZodError): readonly InputProblem[] {
  return error.issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => ({ pointer: pointerTo(issue.path), message: issue.message }));
}
