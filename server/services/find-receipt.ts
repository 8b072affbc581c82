import { assessFit, type Fit } from "#core/fit/assess-fit.ts";
import { parseReference } from "#core/intake/reference.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
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
  const reference = parseReference(text);
  if (reference === undefined) return err({ kind: "not-found" });
  const found = await untilAway(() => findSituation(database(), reference));
  if (!found.ok) return err({ kind: "unavailable" });
  if (found.value === undefined) return err({ kind: "not-found" });
  const { wantsAnswer, signals } = found.value;
  return ok({ reference, wantsAnswer, fit: assessFit(signals) });
}
