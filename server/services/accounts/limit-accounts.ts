import { createHmac } from "node:crypto";
import { deriveKey } from "../../auth/secret.ts";
import { database } from "../../db/database.ts";
import { takeToken, type Rate } from "../../repositories/rate-limits.ts";
import { untilAway } from "../../repositories/transaction.ts";
import { takeTokenInMemory } from "../limit-submissions.ts";

/** What of accounts is limited, each for itself: in any window at most the burst and what its rate adds. */
const RATES = {
  /** Five at once and one every three minutes: never more than ten in a quarter of an hour. */
  "sign-in account": { burst: 5, perMinute: 1 / 3 },
  "sign-in device": { burst: 5, perMinute: 1 / 3 },
  "sign-in address": { burst: 20, perMinute: 4 },
  "reset account": { burst: 3, perMinute: 1 / 20 },
  "reset address": { burst: 10, perMinute: 1 },
  /** Links with a token: setup, invitation, reset. */
  "link address": { burst: 30, perMinute: 10 },
  /** Passwords that are asked for again while signed in. */
  "password person": { burst: 5, perMinute: 1 / 3 },
  /** Mails and look-ups of addresses that somebody who is signed in can cause. */
  "invite person": { burst: 20, perMinute: 1 },
} as const satisfies Record<string, Rate>;

export type AccountLimit = keyof typeof RATES;

/**
 * Takes one use of `limit` from what `key` has: 0, or the seconds until the next. Keys are names and addresses of people, so
 * they are kept as codes only.
 */
export async function limitAccountUse(limit: AccountLimit, key: string): Promise<number> {
  const code = createHmac("sha256", deriveKey("limits")).update(key).digest("base64url").slice(0, 22);
  const name = `${limit} ${code}`;
  const taken = await untilAway(() => takeToken(database(), name, RATES[limit]));
  return taken.ok ? taken.value : takeTokenInMemory(name, RATES[limit], performance.now());
}
