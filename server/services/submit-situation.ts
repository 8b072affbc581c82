import { createHash, randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";
import { parseSituation, type Situation } from "#core/intake/situation.schema.ts";
import type { FieldProblem } from "#core/intake/situation-form.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { enqueue } from "../jobs/boss.ts";
import { SITUATION_RECEIVED } from "../jobs/queues.ts";
import { createSituation } from "../repositories/situations.ts";
import { claimKey } from "../repositories/submission-keys.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";
import { limitSubmissions } from "./limit-submissions.ts";

export interface Submission {
  /** Who sends, as server/http/client-address.ts names them. */
  readonly client: string;
  /** The same for every try to send the same situation. */
  readonly key: string;
  readonly draft: unknown;
  readonly isTrapped: boolean;
}

export interface Receipt {
  readonly reference: string;
}

export type Refusal =
  | { readonly kind: "invalid"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "no-key" }
  | { readonly kind: "key-reused" }
  | { readonly kind: "too-many"; readonly retryAfter: number }
  | { readonly kind: "unavailable"; readonly retryAfter: number };

const Key = z.uuid();
const DATABASE_BACK_SECONDS = 5;

/**
 * Stores a situation at most once per key, with the job that follows from it. A receipt means it is on disk; any
 * refusal means that this call stored nothing, except "unavailable", where a commit may have been cut off before its
 * answer: sending again with the same key settles it.
 */
export async function submitSituation(submission: Submission): Promise<Result<Receipt, Refusal>> {
  const outcome = await submit(submission);
  if (outcome.ok) log("situation.accepted");
  else log("situation.refused", { "refusal.kind": outcome.error.kind });
  return outcome;
}

async function submit({ client, key, draft, isTrapped }: Submission): Promise<Result<Receipt, Refusal>> {
  const situation = parseSituation(draft);
  if (!situation.ok) return err({ kind: "invalid", problems: situation.error });
  const parsedKey = Key.safeParse(key);
  if (!parsedKey.success) return err({ kind: "no-key" });

  const retryAfter = await limitSubmissions(client);
  if (retryAfter > 0) return err({ kind: "too-many", retryAfter });
  // Only programs fill the hidden field. Told the same as everybody, they have no reason to try another way.
  if (isTrapped) return ok({ reference: newReference() });
  return store(parsedKey.data.toLowerCase(), situation.value);
}

async function store(key: string, situation: Situation): Promise<Result<Receipt, Refusal>> {
  const payloadHash = hashSituation(situation);
  const claim = { key, payloadHash, reference: newReference() };
  const held = await inTransaction(database(), async (transaction) => {
    const holder = await claimKey(transaction, claim);
    if (holder === claim) await storeOnce(transaction, situation, claim.reference);
    return holder;
  });
  if (!held.ok) {
    log("database.away", describeError(held.error.cause));
    return err({ kind: "unavailable", retryAfter: DATABASE_BACK_SECONDS });
  }
  const isSame = payloadHash.equals(held.value.payloadHash);
  return isSame ? ok({ reference: held.value.reference }) : err({ kind: "key-reused" });
}

async function storeOnce(transaction: Transaction, situation: Situation, reference: string): Promise<void> {
  const id = randomUUID();
  await createSituation(transaction, { ...situation, id, reference });
  await enqueue(transaction, SITUATION_RECEIVED, id);
}

function newReference(): string {
  return toReference(randomBytes(REFERENCE_BYTES));
}

/** Over the normal form with its keys in one order, so that what reads the same hashes the same. */
function hashSituation(situation: Situation): Buffer<ArrayBuffer> {
  const { failing, works, tried, signals, system, name, email } = situation;
  const text = JSON.stringify([failing, works, tried, signals, system, name, email]);
  return createHash("sha256").update(text).digest();
}
