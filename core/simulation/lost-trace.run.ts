import { LanesRecorder } from "./lanes-recorder.ts";
import { between, drawJourneys, NETWORK } from "./lost-trace.journeys.ts";
import {
  followParents,
  HOPS,
  isConnected,
  QUEUES,
  trailOf,
  VERSIONS,
  type Carriage,
  type Span,
  type Trail,
} from "./lost-trace.spans.ts";
import type { LanesRun, Settings } from "./model.ts";
import type { Random } from "./random.ts";
import { choiceOf, numberOf } from "./setting.ts";
import type { TraceContext } from "./trace-context.ts";

const LANES = ["gateway", "service", "queue", "worker", "store"];
const AFTERWARDS = 8;

/** What an operator can find out who starts from the span that failed. */
interface Reconstruction {
  readonly found: number;
  /** The requests that it may have been. */
  readonly candidates: number;
  readonly traces: number;
  readonly customer: string | null;
}

export function carriageOf(settings: Settings): Carriage {
  return {
    queue: choiceOf(settings, "queue", QUEUES),
    version: choiceOf(settings, "version", VERSIONS),
    limit: numberOf(settings, "limit"),
  };
}

export function runLostTrace(settings: Settings, random: Random): LanesRun {
  const failing = between(random, 1, numberOf(settings, "requests"));
  const journeys = drawJourneys(random, numberOf(settings, "requests"));
  const trails = journeys.map((journey) => trailOf(journey, carriageOf(settings)));
  const record = new LanesRecorder();
  for (const trail of trails) tellRequest(record, trail, trail.journey.number === failing);
  tellQueue(record, trails);
  const failed = trails.find(({ journey }) => journey.number === failing);
  const end = Math.max(...journeys.map(({ worker }) => worker.to)) + AFTERWARDS;
  const reconstruction = reconstruct(trails, failed);
  tellOperator(record, reconstruction, end - AFTERWARDS);
  return finish(record, reconstruction, { duration: end, failing, requests: trails.length });
}

function reconstruct(trails: readonly Trail[], failed: Trail | undefined): Reconstruction {
  const reported = trails.flatMap(({ spans }) => spans);
  const last = failed?.spans.at(-1);
  const found = last ? followParents(last, reported) : [];
  const isWhole = found.at(-1)?.hop === "gateway";
  const before = trails.filter(({ journey }) => last && journey.gateway.from < last.from);
  return {
    found: found.length,
    candidates: isWhole ? 1 : before.length,
    traces: new Set(reported.map(({ traceId }) => traceId)).size,
    customer: failed?.customer ?? null,
  };
}

function tellRequest(record: LanesRecorder, trail: Trail, isFailing: boolean): void {
  const { journey, spans } = trail;
  for (const span of spans) tellSpan(record, span, { first: spans[0], isFailing });
  tellWay(record, trail, isFailing ? "error" : "OK");
  record.say(
    journey.gateway.from,
    `The gateway takes request ${journey.number} and begins trace ${short(journey.traceId)}.`,
  );
  record.say(journey.worker.from, whatWorkerDoes(trail));
  if (isFailing) tellFailure(record, trail);
  if (!isConnected(trail)) record.judge(journey.worker.from, false);
}

function tellWay(
  record: LanesRecorder,
  { journey, intoQueue, outOfQueue, intoStore }: Trail,
  answer: string,
): void {
  const { gateway, service, queued, store } = journey;
  const way = [
    { from: "gateway", sent: gateway.to, to: "service", label: carries(intoQueue) },
    { from: "service", sent: service.to, to: "queue", label: carries(intoQueue) },
    { from: "queue", sent: queued.to, to: "worker", label: carries(outOfQueue) },
    { from: "worker", sent: store.from - NETWORK, to: "store", label: carries(intoStore) },
    { from: "store", sent: store.to, to: "worker", label: answer },
  ];
  for (const message of way) record.send({ ...message, received: message.sent + NETWORK });
}

function tellFailure(record: LanesRecorder, { journey, intoStore, customer }: Trail): void {
  const told = customer === null ? "It was not told for which customer." : `It was for customer ${customer}.`;
  record.say(journey.store.to, `The store fails in trace ${short(intoStore.traceId)}. ${told}`);
}

function tellSpan(
  record: LanesRecorder,
  span: Span,
  { first, isFailing }: { readonly first: Span | undefined; readonly isFailing: boolean },
): void {
  const isOther = span.traceId !== first?.traceId;
  const fails = isFailing && span.hop === "store";
  const label = `${fails ? "fails: " : ""}trace ${short(span.traceId)}`;
  record.busy(span.hop, span, label, isOther || fails ? "bad" : "good");
  record.hold(span.hop, span.from, span.parentId === null ? "no parent" : `parent ${short(span.parentId)}`);
}

function whatWorkerDoes({ journey, outOfQueue, intoQueue }: Trail): string {
  const work = `The worker takes request ${journey.number}`;
  if (outOfQueue === null)
    return `${work}, finds no context and begins trace ${short(journey.otherTraceId)}.`;
  if (outOfQueue.traceId === intoQueue.traceId)
    return `${work} and goes on with trace ${short(intoQueue.traceId)}.`;
  return `${work} in trace ${short(outOfQueue.traceId)}, which the queue has begun: it could not read the header.`;
}

function tellQueue(record: LanesRecorder, trails: readonly Trail[]): void {
  const changes = trails
    .flatMap(({ journey: { queued } }) => [
      { at: queued.from, by: 1 },
      { at: queued.to, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  let waiting = 0;
  record.hold("queue", 0, "empty");
  changes.forEach(({ at, by }, index) => {
    waiting += by;
    if (changes[index + 1]?.at !== at)
      record.hold("queue", at, waiting === 0 ? "empty" : `${waiting} waiting`);
  });
}

function tellOperator(
  record: LanesRecorder,
  { found, candidates, customer }: Reconstruction,
  at: number,
): void {
  const guess =
    candidates === 1 ? "Only one request had come in by then." : `It may have been any of ${candidates}.`;
  const which = found === HOPS.length ? "It leads to the request that failed." : guess;
  const whose = customer === null ? "Nothing says whose it was." : `It was for customer ${customer}.`;
  record.say(
    at,
    `The operator follows the failed span through ${found} of ${HOPS.length} spans. ${which} ${whose}`,
  );
}

function finish(
  record: LanesRecorder,
  { found, candidates, traces, customer }: Reconstruction,
  { duration, failing, requests }: { duration: number; failing: number; requests: number },
): LanesRun {
  const whose = customer === null ? "Nothing says whose it was." : `It was for customer ${customer}.`;
  const guess =
    candidates === 1
      ? ", and no other request had come in"
      : `; it may have been any of ${candidates} requests`;
  const which = found === HOPS.length ? ", which lead to it" : guess;
  return record.finish({
    duration,
    unit: "ms",
    invariant: "Every span of one request carries the same trace id and names its parent",
    shaded: [],
    lanes: LANES.map((key) => ({ key, label: key })),
    summary: `Request ${failing} of ${requests} fails at the store. From there the operator finds ${found} of its ${HOPS.length} spans${which}. ${whose}`,
    outcome: [
      { label: "Traces seen", value: `${traces} for ${requests} ${requests === 1 ? "request" : "requests"}` },
      { label: "Spans found from the failed one", value: `${found} of ${HOPS.length}` },
      { label: "Requests that it may have been", value: `${candidates}` },
      { label: "Customer of the failed request", value: customer ?? "unknown" },
    ],
  });
}

function carries(context: TraceContext | null): string {
  return context === null ? "no context" : `trace ${short(context.traceId)}`;
}

/** Enough of an id to tell it from the others of a drawing. */
function short(id: string): string {
  return id.slice(0, 4);
}
