import type { RecordedSpan, SpanReference } from "./recorded-span.ts";

/** Both sides of a call may share one id. Of more than these the others are nobody's parent. */
const MOST_OF_ONE_ID = 4;

/** Spans by their ids, each once. */
export interface SpanIndex {
  readonly spans: readonly RecordedSpan[];
  /** How many were there before. */
  readonly repeated: number;
  /** What a span names as its parent, from its own point of view; undefined where that is not in the files. */
  readonly parentOf: (span: RecordedSpan) => RecordedSpan | undefined;
  /** The span that another span names. */
  readonly at: (reference: SpanReference) => RecordedSpan | undefined;
}

export function indexSpans(all: readonly RecordedSpan[]): SpanIndex {
  const byId = new Map<string, RecordedSpan[]>();
  const spans: RecordedSpan[] = [];
  for (const span of all) {
    const key = keyOf(span);
    const known = byId.get(key);
    if (known === undefined) byId.set(key, [span]);
    else if (known.some((one) => isSame(one, span))) continue;
    else if (known.length < MOST_OF_ONE_ID) known.push(span);
    spans.push(span);
  }
  const parentOf = (span: RecordedSpan) => {
    const other = byId.get(keyOf(span))?.find((one) => isCallOf(one, span));
    if (other !== undefined) return other;
    if (span.parent === null || keyOf(span.parent) === keyOf(span)) return undefined;
    const candidates = byId.get(keyOf(span.parent)) ?? [];
    return candidates.find((one) => isOfOneService(one, span)) ?? candidates.at(-1);
  };
  return {
    spans,
    repeated: all.length - spans.length,
    parentOf,
    at: (reference) => byId.get(keyOf(reference))?.[0],
  };
}

/** Some give the two sides of a call one id: the client's side is then the parent of the server's. */
function isCallOf(one: RecordedSpan, other: RecordedSpan): boolean {
  return one.kind === "client" && other.kind === "server" && !isOfOneService(one, other);
}

function isSame(one: RecordedSpan, other: RecordedSpan): boolean {
  return one.kind === other.kind && isOfOneService(one, other);
}

export function isOfOneService(one: RecordedSpan, other: RecordedSpan): boolean {
  return one.service.name === other.service.name && one.service.namespace === other.service.namespace;
}

function keyOf({ trace, id }: SpanReference): string {
  return `${trace} ${id}`;
}
