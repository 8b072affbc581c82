import type { Model } from "./model.ts";

/** Every model by its key, each in a file of its own that is loaded when somebody asks for it. */
const LOADERS = {
  "mass-reconnect": async () => (await import("./mass-reconnect.ts")).massReconnect,
  "retry-storm": async () => (await import("./retry-storm.ts")).retryStorm,
  "retry-hysteresis": async () => (await import("./retry-hysteresis.ts")).retryHysteresis,
  "cache-stampede": async () => (await import("./cache-stampede.ts")).cacheStampede,
  "two-readers": async () => (await import("./two-readers.ts")).twoReaders,
  "check-then-act": async () => (await import("./check-then-act.ts")).checkThenAct,
  "dual-write": async () => (await import("./dual-write.ts")).dualWrite,
  failover: async () => (await import("./failover.ts")).failover,
  "rate-limiter": async () => (await import("./rate-limiter.ts")).rateLimiter,
  "lost-trace": async () => (await import("./lost-trace.ts")).lostTrace,
  "artifact-limit": async () => (await import("./artifact-limit.ts")).artifactLimit,
} as const satisfies Readonly<Record<string, () => Promise<Model>>>;

export type ModelKey = keyof typeof LOADERS;

/** In the order in which they are shown. */
export const MODEL_KEYS = Object.keys(LOADERS) as readonly ModelKey[];

export function isModelKey(key: string): key is ModelKey {
  return Object.hasOwn(LOADERS, key);
}

export function loadModel(key: ModelKey): Promise<Model> {
  return LOADERS[key]();
}
