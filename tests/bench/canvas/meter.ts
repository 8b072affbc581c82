import type { CDPSession } from "@playwright/test";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY = 60;
const QUIET_FOR = 420;
/** Looking is itself a little work for the page. */
const QUIET = 1;
const LONGEST_WAIT = 120_000;

/** Reads how long the page's main thread has worked: its own processor time, whatever else the machine does. */
export interface Meter {
  readonly busy: () => Promise<number>;
  /** Milliseconds of work that `run` causes until it resolves. */
  readonly during: (run: () => Promise<unknown>) => Promise<number>;
  /** Milliseconds of work that `run` causes until nothing follows from it any more. */
  readonly until: (run: () => Promise<unknown>) => Promise<number>;
  readonly untilQuiet: () => Promise<void>;
}

export async function meterOf(cdp: CDPSession): Promise<Meter> {
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN) * 1000;
  };
  const untilQuiet = async () => {
    const startedAt = Date.now();
    let last = await busy();
    let quiet = 0;
    while (quiet < QUIET_FOR && Date.now() - startedAt < LONGEST_WAIT) {
      await sleep(LOOK_EVERY);
      const now = await busy();
      quiet = now - last < QUIET ? quiet + LOOK_EVERY : 0;
      last = now;
    }
  };
  const during = async (run: () => Promise<unknown>) => {
    const before = await busy();
    await run();
    return (await busy()) - before;
  };
  return {
    busy,
    during,
    untilQuiet,
    until: (run) =>
      during(async () => {
        await run();
        await untilQuiet();
      }),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
