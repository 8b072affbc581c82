import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryStore } from "#server/limits/memory-store.ts";

const PATTERNS = 10_000;

/** A token grows back in a whole number of milliseconds, so that the log below can be exact. */
const rate = fc
  .record({ burst: fc.integer({ min: 1, max: 20 }), interval: fc.constantFrom(1, 2, 5, 50, 1000, 6000) })
  .map(({ burst, interval }) => ({ burst, interval, perMinute: 60_000 / interval }));
const pauses = fc.array(fc.oneof(fc.constant(0), fc.nat(10), fc.nat(20_000)), { maxLength: 80, size: "max" });

/** Whether one more now leaves every window that ends now within burst + rate × T. */
function isWithin(log: readonly number[], now: number, burst: number, interval: number): boolean {
  return log.every((at, index) => log.length - index + 1 <= burst + (now - at) / interval);
}

test("whoever is let through could be by an exact log of all windows, and whoever is not could not", () => {
  fc.assert(
    fc.property(rate, pauses, ({ burst, interval, perMinute }, gaps) => {
      const store = new MemoryStore();
      const log: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const allowed = isWithin(log, now, burst, interval);
        const wait = store.take("situation:a", { burst, perMinute }, now);
        expect(wait === 0).toBe(allowed);
        if (wait === 0) log.push(now);
        else expect(isWithin(log, now + wait * 1000, burst, interval)).toBe(true);
      }
    }),
    { numRuns: PATTERNS },
  );
});

test("with no room for all keys, all together are let through as often as they were with room, at most", () => {
  const arrivals = fc.array(fc.tuple(fc.nat(12), fc.nat(500)), { maxLength: 60, size: "max" });
  fc.assert(
    fc.property(rate, arrivals, ({ burst, perMinute }, sent) => {
      const small = new MemoryStore({ mostKeys: 4 });
      const logs = new Map<number, number[]>();
      let now = 0;
      for (const [who, gap] of sent) {
        now += gap;
        const log = logs.get(who) ?? [];
        if (small.take(`situation:${who}`, { burst, perMinute }, now) === 0) logs.set(who, [...log, now]);
      }
      for (const log of logs.values())
        log.forEach((at, index) =>
          expect(log.length - index).toBeLessThanOrEqual(
            burst + ((log.at(-1) ?? at) - at) * (perMinute / 60_000),
          ),
        );
    }),
    { numRuns: 2000 },
  );
});
