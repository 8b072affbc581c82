import { createClient, defineScript, type CommandParser } from "@redis/client";
import type { LimitStore } from "./limiter.ts";
import { spacingOf } from "./rate.ts";

export interface RedisStore extends LimitStore {
  readonly close: () => Promise<void>;
}

/** Besides this no request waits for Redis; it answers in one. */
const ANSWER_WITHIN_MS = 500;
const CONNECT_WITHIN_MS = 1000;
const LONGEST_PAUSE_MS = 2000;

/** By the clock of Redis, and atomic as every script there. The key is gone as soon as it limits nothing. */
const TAKE = defineScript({
  NUMBER_OF_KEYS: 1,
  SCRIPT: `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, tolerance = tonumber(ARGV[1]), tonumber(ARGV[2])
local arrival = math.max(tonumber(redis.call('GET', KEYS[1])) or now, now)
local early = arrival - tolerance - now
if early > 0 then return math.max(1, math.ceil(early / 1000000)) end
local lasts = math.ceil((arrival + interval - now) / 1000) + 1
redis.call('SET', KEYS[1], string.format('%.0f', arrival + interval), 'PX', string.format('%.0f', lasts))
return 0`,
  parseCommand(parser: CommandParser, key: string, interval: number, tolerance: number) {
    parser.pushKey(key);
    parser.push(`${interval}`, `${tolerance}`);
  },
  transformReply: (reply: number) => reply,
});

/** Connects in the background, again and again; whoever asks meanwhile hears at once that it is not there. */
export function openRedisStore(url: string): RedisStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    scripts: { takeToken: TAKE },
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      reconnectStrategy: (retries) => Math.random() * Math.min(100 * 2 ** retries, LONGEST_PAUSE_MS),
    },
  });
  // Without a listener its absence would end the process. Whoever asks next hears of it.
  client.on("error", () => undefined);
  const connected = client.connect();
  connected.catch(() => undefined);
  return {
    name: "redis",
    take: (key, rate) => {
      const { interval, tolerance } = spacingOf(rate);
      return inTime(client.takeToken(`seamark:limit:${key}`, interval, tolerance), ANSWER_WITHIN_MS);
    },
    check: async () => {
      await inTime(connected, CONNECT_WITHIN_MS);
    },
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/**
 * Rejects when `answer` takes longer; what comes later is ignored. What arrived while this process was busy is read before
 * anybody is called late.
 */
function inTime<T>(answer: Promise<T>, within: number): Promise<T> {
  return new Promise((settle, reject) => {
    const late = setTimeout(() => setImmediate(() => reject(new LateError())), within);
    answer.then(settle, reject).finally(() => clearTimeout(late));
  });
}

class LateError extends Error {
  override readonly name = "LateError";
}
