import type { z } from "zod";
import { err, ok, type Result } from "../result.ts";

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

/** The problems in one line, for those who are told of them in a sentence of their own. */
export function describeProblems(problems: readonly InputProblem[]): string {
  return problems.map(({ pointer, message }) => `${pointer || "/"} ${message}`).join("; ");
}

/** Reads unknown input by a schema, or says in plain words what is wrong with it. What the schema words itself stands. */
export function readShape<T>(schema: z.ZodType<T>, input: unknown): Result<T, readonly InputProblem[]> {
  const parsed = schema.safeParse(input, { error: inPlainWords });
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.flatMap((issue) => problemsIn(issue, [])).slice(0, MOST_PROBLEMS));
}

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

function problemsIn(issue: Issue, above: readonly PropertyKey[]): readonly InputProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), message: issue.message }));
  const nearest = issue.code === "invalid_union" ? nearestForm(issue.errors) : undefined;
  return nearest
    ? nearest.flatMap((inner) => problemsIn(inner, path))
    : [{ pointer: pointerTo(path), message: issue.message }];
}

/** Of several forms a value may take, the one that it takes but for something inside; undefined when it takes none. */
function nearestForm(forms: readonly Issue[][]): readonly Issue[] | undefined {
  const [nearest] = forms.toSorted((a, b) => depthOf(b) - depthOf(a));
  return nearest && depthOf(nearest) > 0 ? nearest : undefined;
}

function depthOf(form: readonly Issue[]): number {
  const depths = form.map(
    (issue) =>
      issue.path.length + (issue.code === "invalid_union" ? Math.max(0, ...issue.errors.map(depthOf)) : 0),
  );
  return Math.min(...depths);
}

function inPlainWords(issue: RawIssue): string {
  if (issue.code === "unrecognized_keys") return "nothing has this name here: correct it, or take it out";
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? "nothing can have this name here";
  if (issue.code === "too_small") return bound("at least", issue.minimum, issue.origin, issue.input);
  if (issue.code === "too_big") return bound("at most", issue.maximum, issue.origin, issue.input);
  const forms = [...new Set(expectedBy(issue))];
  const last = forms.pop() ?? "something else";
  const expected = forms.length > 0 ? `${forms.join(", ")} or ${last}` : last;
  return `${expected} must stand here, and ${found(issue.input)}`;
}

function bound(which: string, limit: number | bigint, origin: string, input: unknown): string {
  if (origin === "number") return `${which} ${limit} must stand here, and ${found(input)}`;
  const [one, many] = origin === "string" ? ["character", "characters"] : ["entry", "entries"];
  const { length } = input as { readonly length: number };
  return `${which} ${limit} ${Number(limit) === 1 ? one : many} must stand here, and there are ${length}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: "a date with its time, as in 2026-03-01T10:00:00Z,",
  date: "a date, as in 2026-03-01,",
  url: "an address that begins with https://",
};

/** What may stand in the place of an issue: one entry for each form of it. */
function expectedBy(issue: Issue | RawIssue): readonly string[] {
  if (issue.code === "invalid_type") return [NOUNS[issue.expected] ?? issue.expected];
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value));
  if (issue.code === "invalid_format") return [FORMATS[issue.format] ?? issue.format];
  return issue.code === "invalid_union" ? issue.errors.flat().flatMap(expectedBy) : [];
}

function found(input: unknown): string {
  if (input === undefined) return "there is nothing";
  if (Array.isArray(input)) return "it is a list";
  if (typeof input === "object" && input !== null) return "it is an object";
  const isLong = typeof input === "string" && input.length > 40;
  return `it is ${JSON.stringify(isLong ? `${input.slice(0, 40)}…` : input)}`;
}
