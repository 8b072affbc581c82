import { createHash, randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import type { FieldProblem } from "#core/intake/form.ts";
import { REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import { limit } from "../limits/limit.ts";
import type { Limited } from "../limits/limited.ts";
import { spendProof } from "../repositories/spent-proofs.ts";
import { claimKey, releaseKey } from "../repositories/submission-keys.ts";
import { inTransaction, type Transaction } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";
import { readProof, type Proof } from "./proof-of-work.ts";

export interface Submission {
  /** Who sends, as server/http/client-address.ts names them. */
  readonly client: string;
  /** The same for every try to send the same. */
  readonly key: string;
  readonly draft: unknown;
  readonly isTrapped: boolean;
  /** A solved puzzle, or anything claiming to be one. */
  readonly proof?: unknown;
}

export interface Receipt {
  readonly id: string;
  readonly reference: string;
}

export interface Stored extends Receipt {
  /** Whether whoever sent it did the proof of work. */
  readonly isVerified: boolean;
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
  /** The limit that holds besides for whoever shows no proof of work; undefined where none is asked for. */
  readonly unverifiedLimit?: Limited;
  /** Stores it, with everything that follows from it. */
  readonly store: (transaction: Transaction, value: Value, as: Stored) => Promise<void>;
  /** What was stored under a reference. */
  readonly findId: (transaction: Transaction, reference: string) => Promise<string>;
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
  { client, key, draft, isTrapped, proof }: Submission,
): Promise<Result<Receipt, Refusal<Field>>> {
  const parsed = kind.parse(draft);
  if (!parsed.ok) return err({ kind: "invalid", problems: parsed.error });
  const parsedKey = Key.safeParse(key);
  if (!parsedKey.success) return err({ kind: "no-key" });

  const retryAfter = await limit(kind.name, client);
  if (retryAfter > 0) return err({ kind: "too-many", retryAfter });
  // Only programs fill the hidden field. Told the same as everybody, they have no reason to try another way.
  if (isTrapped) return ok({ id: randomUUID(), reference: newReference() });

  const once = { kind, key: parsedKey.data.toLowerCase(), value: parsed.value };
  const valid = kind.unverifiedLimit === undefined ? undefined : await readProof(proof);
  const stored = valid && (await store(once, valid));
  if (stored !== undefined && stored !== "proof-spent") return stored;
  return submitUnverified(once, client);
}

/** A sending of something that is stored at most once. */
interface Once<Value, Field extends string> {
  readonly kind: Kind<Value, Field>;
  readonly key: string;
  readonly value: Value;
}

/** Without a proof, or with one that was used before, which counts as none: it has to pass both limits. */
async function submitUnverified<Value, Field extends string>(
  once: Once<Value, Field>,
  client: string,
): Promise<Result<Receipt, Refusal<Field>>> {
  const { unverifiedLimit } = once.kind;
  const retryAfter = unverifiedLimit === undefined ? 0 : await limit(unverifiedLimit, client);
  return retryAfter > 0 ? err({ kind: "too-many", retryAfter }) : store(once, undefined);
}

type Outcome<Field extends string> = Result<Receipt, Refusal<Field>>;

/** "proof-spent" only where there was a proof: nothing was stored then. */
async function store<Value, Field extends string>(
  once: Once<Value, Field>,
  proof: undefined,
): Promise<Outcome<Field>>;
async function store<Value, Field extends string>(
  once: Once<Value, Field>,
  proof: Proof,
): Promise<Outcome<Field> | "proof-spent">;
async function store<Value, Field extends string>(
  { kind, key, value }: Once<Value, Field>,
  proof: Proof | undefined,
): Promise<Outcome<Field> | "proof-spent"> {
  const payloadHash = createHash("sha256")
    .update(JSON.stringify(kind.identify(value)))
    .digest();
  const claim = { key, payloadHash, reference: newReference() };
  const held = await inTransaction(database(), async (transaction) => {
    const holder = await claimKey(transaction, claim);
    // Whoever sends the same again has its receipt before anybody asks for the proof, which is spent by then.
    if (holder !== claim) return { ...holder, id: await kind.findId(transaction, holder.reference) };
    if (proof !== undefined && !(await spendProof(transaction, proof))) {
      await releaseKey(transaction, key);
      return "proof-spent";
    }
    const id = randomUUID();
    await kind.store(transaction, value, {
      id,
      reference: claim.reference,
      isVerified: proof !== undefined,
    });
    return { ...claim, id };
  });
  if (!held.ok) {
    log("database.away", describeError(held.error.cause));
    return err({ kind: "unavailable", retryAfter: DATABASE_BACK_SECONDS });
  }
  if (held.value === "proof-spent") return held.value;
  const { id, reference } = held.value;
  return payloadHash.equals(held.value.payloadHash) ? ok({ id, reference }) : err({ kind: "key-reused" });
}

function newReference(): string {
  return toReference(randomBytes(REFERENCE_BYTES));
}
