import type { SituationDraft, SituationProblem } from "#core/intake/situation-form.ts";
import { STEPS } from "./steps.ts";

type Problems = readonly SituationProblem[];

/** The schema is loaded when somebody begins to write: the page itself needs none of it. */
export const loadSchema = () => import("#core/intake/situation.schema.ts");

/** Without the schema (its chunk did not load) nothing is wrong here; the server says the same. */
export async function findProblems(draft: SituationDraft): Promise<Problems> {
  try {
    const parsed = (await loadSchema()).parseSituation(draft);
    return parsed.ok ? [] : parsed.error;
  } catch {
    return [];
  }
}

/** Those in one step. */
export async function findProblemsIn(step: number, draft: SituationDraft): Promise<Problems> {
  const fields: readonly string[] = STEPS[step]?.fields ?? [];
  return (await findProblems(draft)).filter(({ field }) => fields.includes(field));
}

/** While fields that were refused are mended their errors go; new ones wait until the step is left. */
export async function findLeft(draft: SituationDraft, before: Problems): Promise<Problems> {
  const named = new Set(before.map(({ field }) => field));
  return (await findProblems(draft)).filter(({ field }) => named.has(field));
}
