import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import type { FieldProblem } from "#core/intake/form.ts";
import { REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { limit } from "../limits/limit.ts";
import { claimKey } from "../repositories/submission-keys.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";

export interface Submission {
  /** Who sends, as server/http/client-address.ts names them. */
  readonly client: string;
  /** The same for every try to send the same. */
  readonly key: string;
  readonly draft: unknown;
  readonly isTrapped: boolean;
}

export interface Receipt {
  readonly reference: string;
}

export type Refusal<Field extends string> =
  | { readonly kind: "invalid"; readonly problems: readonly FieldProblem<Field>[] }
  | { readonly kind: "no-key" }
  | { readonly kind: "key-reused" }
  | { readonly kind: "too-many"; readonly retryAfter: number }
  | { readonly kind: "unavailable"; readonly retryAfter: number };

/** Something that visitors send in. */
export interface Kind<Value, Field extends string> {
  /** Names it in the log, and its own limit. */
  readonly name: "situation" | "error-report";
  readonly parse: (draft: unknown) => Result<Value, readonly FieldProblem<Field>[]>;
  /** All that was sent, in one order and unlike that of any other kind: what reads the same hashes the same. */
  readonly identify: (value: Value) => readonly unknown[];
  /** Stores it, with everything that follows from it. */
  readonly store: (transaction: Transaction, value: Value, reference: string) => Promise<void>;
}

const Key = z.uuid();
const DATABASE_BACK_SECONDS = 5;

/**
 * Stores what was sent in at most once per key. A receipt means it is on disk; any refusal means that this call stored
 * nothing, except "unavailable", where a commit may have been cut off before its answer: sending again with the same
 * key settles it.
 */
export async function submitOnce<Value, Field extends string>(
  kind: Kind<Value, Field>,
  submission: Submission,
): Promise<Result<Receipt, Refusal<Field>>> {
  const outcome = await submit(kind, submission);
  if (outcome.ok) log(`${kind.name}.accepted`);
  else log(`${kind.name}.refused`, { "refusal.kind": outcome.error.kind });
  return outcome;
}

async function submit<Value, Field extends string>(
  kind: Kind<Value, Field>,
  { client, key, draft, isTrapped }: Submission,
): Promise<Result<Receipt, Refusal<Field>>> {
  const parsed = kind.parse(draft);
  if (!parsed.ok) return err({ kind: "invalid", problems: parsed.error });
  const parsedKey = Key.safeParse(key);
  if (!parsedKey.success) return err({ kind: "no-key" });

  const retryAfter = await limit(kind.name, client);
  if (retryAfter > 0) return err({ kind: "too-many", retryAfter });
  // Only programs fill the hidden field. Told the same as everybody, they have no reason to try another way.
  if (isTrapped) return ok({ reference: newReference() });
  return store(kind, parsedKey.data.toLowerCase(), parsed.value);
}

async function store<Value, Field extends string>(
  kind: Kind<Value, Field>,
  key: string,
  value: Value,
): Promise<Result<Receipt, Refusal<Field>>> {
  const payloadHash = createHash("sha256")
    .update(JSON.stringify(kind.identify(value)))
    .digest();
  const claim = { key, payloadHash, reference: newReference() };
  const held = await inTransaction(database(), async (transaction) => {
    const holder = await claimKey(transaction, claim);
    if (holder === claim) await kind.store(transaction, value, claim.reference);
    return holder;
  });
  if (!held.ok) {
    log("database.away", describeError(held.error.cause));
    return err({ kind: "unavailable", retryAfter: DATABASE_BACK_SECONDS });
  }
  const isSame = payloadHash.equals(held.value.payloadHash);
  return isSame ? ok({ reference: held.value.reference }) : err({ kind: "key-reused" });
}

function newReference(): string {
  return toReference(randomBytes(REFERENCE_BYTES));
}
