import type { Interval } from "./model.ts";
import type { Random } from "./random.ts";

/** One way of a message, in milliseconds. */
export const NETWORK = 2;

/** When a request is where, and the ids that its participants would give. None of it depends on what is carried. */
export interface Journey {
  readonly number: number;
  readonly gateway: Interval;
  readonly service: Interval;
  /** When its message is in the queue, and when it leaves it. */
  readonly queued: Interval;
  readonly worker: Interval;
  readonly store: Interval;
  readonly traceId: string;
  /** Of the trace that somebody begins who finds no context. */
  readonly otherTraceId: string;
  /** What an intermediary that begins a trace names as the parent. */
  readonly otherParentId: string;
  readonly spanIds: Readonly<Record<"gateway" | "service" | "worker" | "store", string>>;
  readonly customer: string;
  readonly baggage: readonly string[];
}

type Arrival = Omit<Journey, "queued" | "worker" | "store"> & { readonly waitsFrom: number };

/** Requests that come close together; the worker takes any of those that wait. */
export function drawJourneys(random: Random, count: number): readonly Journey[] {
  const waiting = drawArrivals(random, count);
  const journeys: Journey[] = [];
  let isFree = 0;
  while (waiting.length > 0) {
    const now = Math.max(isFree, Math.min(...waiting.map(({ waitsFrom }) => waitsFrom)));
    const ready = waiting.filter(({ waitsFrom }) => waitsFrom <= now);
    const next = ready[Math.floor(random() * ready.length)];
    if (!next) break;
    waiting.splice(waiting.indexOf(next), 1);
    const journey = workOn(next, now, random);
    isFree = journey.worker.to;
    journeys.push(journey);
  }
  return journeys.toSorted((a, b) => a.number - b.number);
}

function drawArrivals(random: Random, count: number): Arrival[] {
  const arrivals: Arrival[] = [];
  let isFree = 0;
  for (let number = 1; number <= count; number++) {
    const start = (number - 1) * 9 + between(random, 0, 3);
    const gateway = { from: start, to: start + between(random, 3, 5) };
    const from = Math.max(isFree, gateway.to + NETWORK);
    const service = { from, to: from + between(random, 5, 8) };
    isFree = service.to;
    arrivals.push({ number, gateway, service, waitsFrom: service.to + NETWORK, ...drawIds(random) });
  }
  return arrivals;
}

function workOn({ waitsFrom, ...arrival }: Arrival, taken: number, random: Random): Journey {
  const from = taken + NETWORK;
  const called = from + between(random, 2, 5) + NETWORK;
  const store = { from: called, to: called + between(random, 3, 6) };
  const worker = { from, to: store.to + NETWORK + between(random, 1, 3) };
  return { ...arrival, queued: { from: waitsFrom, to: taken }, worker, store };
}

function drawIds(random: Random) {
  const customer = `c${between(random, 10, 99)}`;
  const members = [
    `customer=${customer}`,
    "plan=trial",
    "region=eu-west",
    `session=${hexadecimal(random, 8)}`,
    "channel=web",
    "experiment=b4",
  ];
  return {
    traceId: hexadecimal(random, 32),
    otherTraceId: hexadecimal(random, 32),
    otherParentId: hexadecimal(random, 16),
    spanIds: {
      gateway: hexadecimal(random, 16),
      service: hexadecimal(random, 16),
      worker: hexadecimal(random, 16),
      store: hexadecimal(random, 16),
    },
    customer,
    baggage: shuffled(members, random),
  };
}

/** A whole number from the least to the most. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** An id that is never all zeros, because those mean none. */
function hexadecimal(random: Random, length: number): string {
  const digits = Array.from({ length: length - 1 }, () => between(random, 0, 15).toString(16));
  return `${between(random, 1, 15).toString(16)}${digits.join("")}`;
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
