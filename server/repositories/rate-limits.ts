import type { Database } from "../db/database.ts";
import { spacingOf, type Rate } from "../limits/rate.ts";

/**
 * Takes one token of `key`: 0 when there was one, otherwise the seconds until the next. One statement over one row,
 * so that any number of processes share the bound and none reads what another is about to write.
 */
export async function takeToken(database: Database, key: string, rate: Rate): Promise<number> {
  const { interval, tolerance } = spacingOf(rate);
  const rows = await database.$queryRaw<{ wait: number }[]>`
    WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1e6)::bigint AS now),
    taken AS (
      INSERT INTO rate_limit AS held (key, arrival) SELECT ${key}, now + ${interval}::bigint FROM clock
      ON CONFLICT (key) DO UPDATE
        SET arrival = greatest(held.arrival, (SELECT now FROM clock)) + ${interval}::bigint
        WHERE greatest(held.arrival, (SELECT now FROM clock)) - ${tolerance}::bigint <= (SELECT now FROM clock)
      RETURNING 1
    )
    SELECT CASE WHEN EXISTS (SELECT FROM taken) THEN 0 ELSE greatest(1, ceil((
      coalesce((SELECT arrival FROM rate_limit WHERE key = ${key}), 0) - ${tolerance}::bigint - (SELECT now FROM clock)
    ) / 1e6)) END::int AS wait`;
  return rows[0]?.wait ?? 1;
}

/** A caller whose last token is paid back is a stranger again: the address is not kept longer than it limits. */
export async function forgetPaidLimits(database: Database, now: Date): Promise<void> {
  await database.rateLimit.deleteMany({ where: { arrival: { lt: BigInt(now.getTime()) * 1000n } } });
}
