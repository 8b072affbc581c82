import * as z from "zod";
import type { FieldProblem } from "./form.ts";
import { normaliseLine, normaliseText } from "./normalise.ts";

const NO_TEXT = "Please write this as text.";
/** Nothing longer reaches the normal form: a form body ends there (server/http/read-body.ts). */
const MOST_CHARACTERS = 128 * 1024;

/** Text of several lines, at most `limit` characters of its normal form. */
export function textWithin(limit: number) {
  return rawText(limit).transform(normaliseText).pipe(within(limit));
}

/** Text of one line, at most `limit` characters of its normal form. */
export function lineWithin(limit: number) {
  return rawText(limit).transform(normaliseLine).pipe(within(limit));
}

function rawText(limit: number) {
  return z.string(NO_TEXT).max(MOST_CHARACTERS, `At most ${limit} characters fit.`);
}

function within(limit: number) {
  return z.string().max(limit, {
    error: ({ input }: { input?: unknown }) =>
      `This is ${String(input).length.toString()} characters long, and ${limit.toString()} fit. Please shorten it.`,
  });
}

/** What a form is called where a problem is about all of it: its field, and its name with an article. */
export interface WholeForm<Whole extends string> {
  readonly field: Whole;
  readonly name: string;
}

/** A refusal of the schema as a sentence about a field, or about the whole: only machines can cause that. */
export function toProblem<Field extends string, Whole extends string>(
  issue: z.core.$ZodIssue,
  fields: readonly Field[],
  whole: WholeForm<Whole>,
): FieldProblem<Field | Whole> {
  const [name] = issue.path;
  const field = fields.find((known) => known === name);
  return field === undefined
    ? { field: whole.field, message: unknownShape(issue, whole.name) }
    : { field, message: issue.message };
}

function unknownShape(issue: z.core.$ZodIssue, name: string): string {
  if (issue.code !== "unrecognized_keys")
    return `Please send ${name} as an object with the fields of the form.`;
  return `There are fields here that ${name} does not have. Please send only those of the form.`;
}

/** At most one sentence per field, in the order of `fields`. */
export function onePerField<Field extends string>(
  problems: readonly FieldProblem<Field>[],
  fields: readonly Field[],
): readonly FieldProblem<Field>[] {
  return fields.flatMap((field) => problems.find((problem) => problem.field === field) ?? []);
}
