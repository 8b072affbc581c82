/**
 * A process of its own that takes tokens as the product does, for as many milliseconds as it is told, and prints how many it
 * got: `DATABASE_URL=… REDIS_URL=… node tests/support/take-tokens.ts <limited> <key> <milliseconds>`.
 */
import { openSecret } from "#server/auth/secret.ts";
import { shareDatabase } from "#server/db/database.ts";
import { limit, limitInRedis } from "#server/limits/limit.ts";
import type { Limited } from "#server/limits/limited.ts";
import { openRedisStore } from "#server/limits/redis-store.ts";
import { TEST_SECRET } from "./test-secret.ts";

const AT_ONCE = 10;
const [limited = "", key = "", milliseconds = ""] = process.argv.slice(2);
const { DATABASE_URL, REDIS_URL } = process.env;

await openSecret(TEST_SECRET, "");
const client = shareDatabase(DATABASE_URL ?? "");
const redis = REDIS_URL === undefined ? undefined : openRedisStore(REDIS_URL);
if (redis) await limitInRedis(redis);

const end = performance.now() + Number(milliseconds);
const taken = { asked: 0, accepted: 0 };
const taker = async (): Promise<void> => {
  while (performance.now() < end) {
    taken.asked += 1;
    if ((await limit(limited as Limited, key)) === 0) taken.accepted += 1;
    await new Promise((settle) => setImmediate(settle));
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, taker));
await redis?.close();
await client.$disconnect();
process.stdout.write(JSON.stringify(taken));
