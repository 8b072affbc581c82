import { expect, test } from "vitest";
import { MemoryStore } from "#server/limits/memory-store.ts";

const RATE = { burst: 3, perMinute: 60 };

test("a burst is let through, and then one a second", () => {
  const store = new MemoryStore();
  const waits = Array.from({ length: 5 }, () => store.take("situation:a", RATE, 1000));
  expect(waits).toEqual([0, 0, 0, 1, 1]);
  expect(store.take("situation:a", RATE, 2000)).toBe(0);
  expect(store.take("situation:a", RATE, 2000)).toBe(1);
});

test("a token that the store gave counts as well, and one too many is none", () => {
  const store = new MemoryStore();
  for (let token = 0; token < 3; token += 1) expect(store.takeGiven("situation:a", RATE, 0)).toBe(0);
  expect(store.wait("situation:a", RATE, 0)).toBe(1);
  expect(store.takeGiven("situation:a", RATE, 0)).toBe(1);
});

test("the store alone counts those for whom there is no room", () => {
  const store = new MemoryStore({ mostKeys: 1 });
  store.take("situation:a", RATE, 0);
  for (let token = 0; token < 9; token += 1) expect(store.takeGiven("situation:b", RATE, 0)).toBe(0);
});

test("asking how long it takes takes nothing", () => {
  const store = new MemoryStore();
  for (let turn = 0; turn < 10; turn += 1) expect(store.wait("situation:a", RATE, 0)).toBe(0);
});

test("when it is full strangers share one limit, and nobody who is limited is forgotten", () => {
  const store = new MemoryStore({ mostKeys: 2 });
  const rate = { burst: 1, perMinute: 1 };
  expect(store.take("situation:a", rate, 0)).toBe(0);
  expect(store.take("situation:b", rate, 0)).toBe(0);
  expect(store.take("situation:c", rate, 0)).toBe(0);
  expect(store.take("situation:d", rate, 0)).toBe(60);
  expect(store.take("situation:a", rate, 0)).toBe(60);
  expect(store.take("error-report:d", rate, 0)).toBe(0);
});

test("those whose tokens have grown back make room", () => {
  const store = new MemoryStore({ mostKeys: 1 });
  const rate = { burst: 1, perMinute: 60 };
  expect(store.take("situation:a", rate, 0)).toBe(0);
  expect(store.take("situation:b", rate, 2000)).toBe(0);
  expect(store.take("situation:b", rate, 2000)).toBe(1);
  expect(store.take("situation:c", rate, 2000)).toBe(0);
  expect(store.take("situation:d", rate, 2000)).toBe(1);
});
