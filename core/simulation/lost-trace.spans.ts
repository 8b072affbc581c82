import type { Journey } from "./lost-trace.journeys.ts";
import type { Interval } from "./model.ts";
import {
  baggageValue,
  readTraceparent,
  truncateBaggage,
  writeTraceparent,
  type TraceContext,
} from "./trace-context.ts";

export const QUEUES = {
  dropped: "Drops the headers of a message",
  forwarded: "Passes the headers on",
  strict: "Reads version 00 and begins a trace where it reads none",
};
export const VERSIONS = { "00": "Version 00", "01": "Version 01" };

export const HOPS = ["gateway", "service", "worker", "store"] as const;
export type Hop = (typeof HOPS)[number];

/** What a participant has reported of its part of a request. */
export interface Span extends Interval {
  readonly hop: Hop;
  readonly traceId: string;
  readonly spanId: string;
  /** Null where it says that it is the first. */
  readonly parentId: string | null;
}

/** How context is carried. */
export interface Carriage {
  readonly queue: keyof typeof QUEUES;
  readonly version: keyof typeof VERSIONS;
  /** Characters of baggage that the queue takes. */
  readonly limit: number;
}

/** What one request leaves behind. */
export interface Trail {
  readonly journey: Journey;
  readonly spans: readonly Span[];
  /** What the message carries into the queue and out of it; null for nothing. */
  readonly intoQueue: TraceContext;
  readonly outOfQueue: TraceContext | null;
  readonly intoStore: TraceContext;
  /** The customer that the store is told of. */
  readonly customer: string | null;
}

export function trailOf(journey: Journey, carriage: Carriage): Trail {
  const gateway = spanOf(journey, "gateway", null);
  const service = spanOf(journey, "service", sent(gateway));
  const outOfQueue = throughQueue(journey, sent(service), carriage);
  const worker = spanOf(journey, "worker", outOfQueue);
  const store = spanOf(journey, "store", sent(worker));
  const baggage = carriage.queue === "dropped" ? [] : truncateBaggage(journey.baggage, carriage.limit);
  return {
    journey,
    spans: [gateway, service, worker, store],
    intoQueue: sent(service),
    outOfQueue,
    intoStore: sent(worker),
    customer: baggageValue(baggage, "customer"),
  };
}

/** Whether the queue gives every message out with the context that it came with. */
export function passesContext({ queue, version }: Pick<Carriage, "queue" | "version">): boolean {
  return queue === "forwarded" || (queue === "strict" && version === "00");
}

/** Whether every span of a request carries its trace id and names the one before it. */
export function isConnected({ spans }: Trail): boolean {
  return spans.every(
    ({ traceId, parentId }, index) =>
      traceId === spans[0]?.traceId && parentId === (spans[index - 1]?.spanId ?? null),
  );
}

/** The spans that an operator finds who starts at one and looks for the parent of each, in all that was reported. */
export function followParents(from: Span, reported: readonly Span[]): readonly Span[] {
  const found = [from];
  for (let span: Span | undefined = from; span;) {
    const { traceId, parentId }: Span = span;
    span = reported.find((other) => other.traceId === traceId && other.spanId === parentId);
    if (span) found.push(span);
  }
  return found;
}

function spanOf(journey: Journey, hop: Hop, context: TraceContext | null): Span {
  const { spanIds, traceId, otherTraceId } = journey;
  const begun = hop === "gateway" ? traceId : otherTraceId;
  return {
    hop,
    ...journey[hop],
    traceId: context?.traceId ?? begun,
    spanId: spanIds[hop],
    parentId: context?.parentId ?? null,
  };
}

function sent({ traceId, spanId }: Span): TraceContext {
  return { traceId, parentId: spanId };
}

function throughQueue(
  journey: Journey,
  context: TraceContext,
  { queue, version }: Carriage,
): TraceContext | null {
  const header = writeTraceparent(version, context);
  switch (queue) {
    case "dropped":
      return null;
    case "forwarded":
      return readTraceparent(header, true);
    case "strict": {
      const begun = { traceId: journey.otherTraceId, parentId: journey.otherParentId };
      return readTraceparent(header, false) ?? begun;
    }
  }
}
