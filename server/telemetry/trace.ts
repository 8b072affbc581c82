import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** W3C trace context of the work at hand. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
  readonly isSampled: boolean;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

export function parseTraceparent(header: string | undefined): Trace | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header ?? "") ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function startTrace(): Trace {
  return { traceId: randomBytes(16).toString("hex"), spanId: newSpanId(), isSampled: true };
}

/** The next step of the same trace, such as a job of the request that enqueued it. */
export function continueTrace(parent: Trace): Trace {
  return { ...parent, spanId: newSpanId() };
}

export function formatTraceparent({ traceId, spanId, isSampled }: Trace): string {
  return `00-${traceId}-${spanId}-${isSampled ? "01" : "00"}`;
}

function newSpanId(): string {
  return randomBytes(8).toString("hex");
}

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, AsyncLocalStorage<Trace> | undefined>;
const storage = (shared[Symbol.for("seamark.trace")] ??= new AsyncLocalStorage<Trace>());

export function withTrace<T>(trace: Trace, work: () => T): T {
  return storage.run(trace, work);
}

export function currentTrace(): Trace | undefined {
  return storage.getStore();
}

/** The trace of the work at hand as it is handed on, or null outside of any. */
export function currentTraceparent(): string | null {
  const trace = currentTrace();
  return trace === undefined ? null : formatTraceparent(trace);
}
