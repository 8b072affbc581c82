import { expect, test } from "vitest";
import { Limiter, type LimitStore } from "#server/limits/limiter.ts";
import type { Rate } from "#server/limits/rate.ts";
import { MemoryStore } from "#server/limits/memory-store.ts";

const RATE: Rate = { burst: 5, perMinute: 60 };

/** A store that is as generous as somebody says, for a limiter with a clock that somebody turns. */
function limiterOver(take: () => Promise<number>) {
  const time = { now: 0, asked: 0 };
  const store: LimitStore = {
    name: "redis",
    take: () => {
      time.asked += 1;
      return take();
    },
    check: () => Promise.resolve(),
  };
  return { time, limiter: new Limiter(store, { memory: new MemoryStore(), clock: () => time.now }) };
}

const takeAll = (limiter: Limiter, count: number) =>
  Promise.all(Array.from({ length: count }, () => limiter.take("situation:a", RATE)));
const accepted = (waits: readonly number[]) => waits.filter((wait) => wait === 0).length;

test("what the store says counts", async () => {
  const { limiter } = limiterOver(() => Promise.resolve(7));
  expect(await limiter.take("situation:a", RATE)).toBe(7);
});

test("a store that fails, in whatever way, opens nothing", async () => {
  for (const failure of [
    () => Promise.reject(new Error("gone")),
    () => Promise.reject(new TypeError("a bug")),
    () => {
      throw new Error("at once");
    },
  ]) {
    const { limiter } = limiterOver(failure);
    expect(accepted(await takeAll(limiter, 100))).toBe(RATE.burst);
  }
});

test("what was let through before the store went away counts afterwards", async () => {
  let isThere = true;
  const { limiter } = limiterOver(() => (isThere ? Promise.resolve(0) : Promise.reject(new Error("gone"))));
  expect(accepted(await takeAll(limiter, 3))).toBe(3);
  isThere = false;
  expect(accepted(await takeAll(limiter, 100))).toBe(2);
});

test("answers that were on their way when the store went away let nobody in besides", async () => {
  const answers: (() => void)[] = [];
  let isThere = true;
  const { limiter } = limiterOver(() =>
    isThere ? new Promise((settle) => answers.push(() => settle(0))) : Promise.reject(new Error("gone")),
  );
  const early = takeAll(limiter, 5);
  isThere = false;
  expect(accepted(await takeAll(limiter, 100))).toBe(5);
  for (const answer of answers) answer();
  expect(accepted(await early)).toBe(0);
});

test("a store that forgot everything lets nobody begin anew", async () => {
  const { limiter } = limiterOver(() => Promise.resolve(0));
  for (let turn = 0; turn < RATE.burst; turn += 1) expect(await limiter.take("situation:a", RATE)).toBe(0);
  expect(await limiter.take("situation:a", RATE)).toBe(1);
});

test("a store that is away is asked again by one a second, until it answers", async () => {
  let isThere = false;
  const { limiter, time } = limiterOver(() =>
    isThere ? Promise.resolve(0) : Promise.reject(new Error("gone")),
  );
  await limiter.take("situation:a", RATE);
  await takeAll(limiter, 50);
  expect(time.asked).toBe(1);
  time.now = 60_000;
  await takeAll(limiter, 4);
  expect(time.asked).toBe(2);
  isThere = true;
  time.now = 120_000;
  await limiter.take("situation:a", RATE);
  await limiter.take("situation:a", RATE);
  expect(time.asked).toBe(4);
});
