import { readShape, type InputProblem } from "../../architecture/input-problem.schema.ts";
import { ok, type Result } from "../../result.ts";
import { OtlpTraces, type OtlpAttributes, type OtlpSpan } from "./otlp.schema.ts";
import {
  hexId,
  numberOf,
  serviceOf,
  SPAN_KINDS,
  textOf,
  wantedTags,
  type RecordedService,
  type RecordedSpan,
  type SpanKind,
} from "./recorded-span.ts";

/** The spans of one OTLP message. */
export function readOtlp(
  value: unknown,
  file: string,
  line: number | null,
): Result<readonly RecordedSpan[], readonly InputProblem[]> {
  const read = readShape(OtlpTraces, value);
  if (!read.ok) return read;
  const { resourceSpans, batches } = read.value;
  const spans: RecordedSpan[] = [];
  for (const resource of resourceSpans ?? []) takeSpans(resource, spans, file, line);
  for (const resource of batches ?? []) takeSpans(resource, spans, file, line);
  return ok(spans);
}

type OtlpResource = NonNullable<OtlpTraces["resourceSpans"]>[number];

function takeSpans(
  { resource, scopeSpans, instrumentationLibrarySpans }: OtlpResource,
  spans: RecordedSpan[],
  file: string,
  line: number | null,
): void {
  const service = serviceOf(resourceTags(resource?.attributes), null);
  for (const scope of scopeSpans ?? instrumentationLibrarySpans ?? [])
    for (const span of scope.spans ?? []) spans.push(spanOf(span, service, file, line));
}

function spanOf(span: OtlpSpan, service: RecordedService, file: string, line: number | null): RecordedSpan {
  const start = numberOf(span.startTimeUnixNano) / 1_000;
  const trace = hexId(span.traceId);
  return {
    trace,
    id: hexId(span.spanId),
    parent: isNoParent(span.parentSpanId) ? null : { trace, id: hexId(span.parentSpanId) },
    follows: false,
    links: (span.links ?? []).map((link) => ({ trace: hexId(link.traceId), id: hexId(link.spanId) })),
    service,
    name: span.name ?? "",
    kind: kindOf(span.kind),
    start,
    duration: Math.max(0, numberOf(span.endTimeUnixNano) / 1_000 - start),
    isFailed: isError(span.status?.code),
    tags: wantedTags(span.attributes, ({ value }) => valueOf(value)),
    file,
    written: span.spanId,
    line,
  };
}

/** Some write zeros for none. */
function isNoParent(parent: string | null | undefined): parent is "" | null | undefined {
  return parent === null || parent === undefined || /^0*$/.test(parent);
}

/** 1 to 5, or `SPAN_KIND_CLIENT`. */
function kindOf(kind: number | string | null | undefined): SpanKind | null {
  if (typeof kind === "number") return SPAN_KINDS[kind - 1] ?? null;
  const name = (kind ?? "").slice("SPAN_KIND_".length).toLowerCase();
  return SPAN_KINDS.find((one) => one === name) ?? null;
}

function isError(code: number | string | null | undefined): boolean {
  return code === 2 || code === "STATUS_CODE_ERROR";
}

/** `{ "stringValue": "x" }` */
function valueOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const inner of Object.values(value)) {
    const text = textOf(inner);
    if (text !== null) return text;
  }
  return null;
}

function resourceTags(attributes: OtlpAttributes): ReadonlyMap<string, string> {
  return new Map(
    (attributes ?? []).flatMap(({ key, value }) => {
      const text = valueOf(value);
      return text === null ? [] : [[key, text] as const];
    }),
  );
}
