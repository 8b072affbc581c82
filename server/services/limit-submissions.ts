import { database } from "../db/database.ts";
import { env } from "../env.ts";
import { MICROSECONDS_PER_MINUTE, takeToken, type Rate } from "../repositories/rate-limits.ts";
import { untilAway } from "../repositories/transaction.ts";

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, Map<string, number> | undefined>;
const arrivals = (shared[Symbol.for("seamark.submission-limits")] ??= new Map<string, number>());
const MOST_CALLERS = 10_000;

/** What is limited, each for itself. */
export type Limited = "situation" | "situation-unverified" | "error-report";

function perMinuteOf(limited: Limited): number {
  const rates: Record<Limited, number> = {
    situation: env().SITUATION_RATE_PER_MINUTE,
    "situation-unverified": env().SITUATION_UNVERIFIED_RATE_PER_MINUTE,
    "error-report": env().ERROR_REPORT_RATE_PER_MINUTE,
  };
  return rates[limited];
}

/**
 * Takes one submission from what `client` may send: 0, or the seconds until it may send again. The bound is shared by
 * all processes; while the database is away each process keeps it alone, which is looser but never open.
 */
export async function limitSubmissions(limited: Limited, client: string): Promise<number> {
  const perMinute = perMinuteOf(limited);
  const rate = { perMinute, burst: perMinute };
  const key = `${limited} ${client}`;
  const taken = await untilAway(() => takeToken(database(), key, rate));
  return taken.ok ? taken.value : takeTokenInMemory(key, rate, performance.now());
}

/** The same algorithm over a map, `now` in milliseconds of any steady clock. */
export function takeTokenInMemory(key: string, { burst, perMinute }: Rate, now: number): number {
  const interval = MICROSECONDS_PER_MINUTE / perMinute / 1000;
  const arrival = Math.max(arrivals.get(key) ?? now, now);
  const early = arrival - interval * (burst - 1) - now;
  if (early > 0) return Math.max(1, Math.ceil(early / 1000));
  arrivals.delete(key);
  arrivals.set(key, arrival + interval);
  const [oldest] = arrivals.keys();
  if (arrivals.size > MOST_CALLERS && oldest !== undefined) arrivals.delete(oldest);
  return 0;
}
