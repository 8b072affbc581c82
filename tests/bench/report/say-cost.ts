/** `node --import say-cost.ts …`: a program says at its end what it took, all its threads together, as the last line of its error output. */
import { isMainThread } from "node:worker_threads";

export interface Cost {
  /** Of processors. */
  readonly milliseconds: number;
  readonly seconds: number;
  /** The most memory that it ever held. */
  readonly megabytes: number;
}

if (isMainThread)
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    const cost: Cost = {
      milliseconds: (user + system) / 1000,
      seconds: performance.now() / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
    console.error(JSON.stringify(cost));
  });
