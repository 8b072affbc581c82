import { assessFit, type Fit } from "#core/fit/assess-fit.ts";
import { parseReference } from "#core/intake/reference.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database, type Database } from "../db/database.ts";
import { findErrorReport, type ErrorReportSummary } from "../repositories/error-reports.ts";
import { findSituation } from "../repositories/situations.ts";
import { untilAway } from "../repositories/transaction.ts";

export interface SituationReceipt {
  readonly reference: string;
  readonly wantsAnswer: boolean;
  readonly fit: Fit;
}

export type NoReceipt = { readonly kind: "not-found" } | { readonly kind: "unavailable" };

/** What whoever holds a reference may see of a situation: how well it fits, and nothing that was written. */
export async function findReceipt(text: string): Promise<Result<SituationReceipt, NoReceipt>> {
  const found = await findStored(text, findSituation);
  if (!found.ok) return found;
  const { reference, wantsAnswer, signals } = found.value;
  return ok({ reference, wantsAnswer, fit: assessFit(signals) });
}

/** The same of a report of an error: which text it is about. */
export function findReportReceipt(text: string): Promise<Result<ErrorReportSummary, NoReceipt>> {
  return findStored(text, findErrorReport);
}

type Find<Stored> = (database: Database, reference: string) => Promise<Stored | undefined>;

async function findStored<Stored>(text: string, find: Find<Stored>): Promise<Result<Stored, NoReceipt>> {
  const reference = parseReference(text);
  if (reference === undefined) return err({ kind: "not-found" });
  const found = await untilAway(() => find(database(), reference));
  if (!found.ok) return err({ kind: "unavailable" });
  return found.value === undefined ? err({ kind: "not-found" }) : ok(found.value);
}
