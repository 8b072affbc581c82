import * as z from "zod";
import { err, ok, type Result } from "#core/result.ts";
import { onePerField, textWithin } from "./fields.schema.ts";
import { ACTS, LONGEST_ADDITION, type OwnSituationField, type OwnSituationProblem } from "./own-situation.ts";

/** What whoever holds the private link asks for, checked. */
export type OwnSituationRequest =
  { readonly act: "add"; readonly text: string } | { readonly act: "withdraw" | "erase" };

const Draft = z.strictObject({ act: z.enum(ACTS), text: z.string() });
const Addition = textWithin(LONGEST_ADDITION).pipe(
  z.string().min(1, "Please write what you would like to add."),
);
const FIELDS: readonly OwnSituationField[] = ["act", "text"];

/** Parses a draft, or anything claiming to be one. Total. */
export function parseOwnSituation(
  draft: unknown,
): Result<OwnSituationRequest, readonly OwnSituationProblem[]> {
  const parsed = Draft.safeParse(draft);
  if (!parsed.success) return err([{ field: "act", message: "Please choose again what to do." }]);
  const { act, text } = parsed.data;
  if (act !== "add") return ok({ act });
  const addition = Addition.safeParse(text);
  if (addition.success) return ok({ act, text: addition.data });
  const problems = addition.error.issues.map(({ message }) => ({ field: "text" as const, message }));
  return err(onePerField(problems, FIELDS));
}
