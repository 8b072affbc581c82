import { describeError, log } from "./telemetry/log.ts";

export interface StopHook {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, StopHook[] | undefined>;
const hooks = (shared[Symbol.for("seamark.stop-hooks")] ??= []);

/** Registers what must end before the process does; the last one registered stops first. */
export function onStop(name: string, stop: () => Promise<void>): void {
  hooks.push({ name, stop });
}

/** Stops everything that was registered, one after the other. One that fails does not keep the others from it. */
export async function runStopHooks(): Promise<void> {
  for (let hook = hooks.pop(); hook; hook = hooks.pop()) {
    try {
      await hook.stop();
    } catch (error) {
      log("stop.hook.failed", { "stop.hook": hook.name, ...describeError(error) });
    }
  }
}
