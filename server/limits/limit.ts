import { createHmac } from "node:crypto";
import { deriveKey } from "../auth/secret.ts";
import { database } from "../db/database.ts";
import { env } from "../env.ts";
import { takeToken } from "../repositories/rate-limits.ts";
import { rateOf, type Limited } from "./limited.ts";
import { Limiter, type LimitStore } from "./limiter.ts";
import type { RedisStore } from "./redis-store.ts";

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, Limiter | undefined>;
const KEY = Symbol.for("seamark.limits");

const POSTGRESQL: LimitStore = {
  name: "postgresql",
  take: (key, rate) => takeToken(database(), key, rate),
  check: () => Promise.resolve(),
};

/** Counts in Redis from now on, instead of in the database. Begins without it when it is not there yet. */
export async function limitInRedis(store: RedisStore): Promise<void> {
  const limiter = (shared[KEY] = new Limiter(store));
  await limiter.check();
}

/**
 * Takes one of what `key` (an address, an account) may do of `limited`: 0, or the seconds to wait for the next. All
 * processes share the bound. It never rejects and is never open: while the store is away, each process keeps to the
 * bound alone.
 */
export function limit(limited: Limited, key: string): Promise<number> {
  const limiter = (shared[KEY] ??= new Limiter(POSTGRESQL));
  return limiter.take(disguise(limited, key), rateOf(limited, env()));
}

/** Without the secret of the installation nobody can tell from a kept key whose it is, not even by trying all addresses. */
function disguise(limited: Limited, key: string): string {
  const hash = createHmac("sha256", deriveKey("limits")).update(`${limited} ${key}`).digest("base64url");
  return `${limited}:${hash}`;
}
