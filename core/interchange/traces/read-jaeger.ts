import { readShape, type InputProblem } from "../../architecture/input-problem.schema.ts";
import { ok, type Result } from "../../result.ts";
import { JaegerTrace, type JaegerProcess, type JaegerSpan } from "./jaeger.schema.ts";
import {
  hexId,
  numberOf,
  serviceOf,
  SPAN_KINDS,
  textOf,
  wantedTags,
  type RecordedService,
  type RecordedSpan,
} from "./recorded-span.ts";

/** The spans of one trace of Jaeger. */
export function readJaeger(
  value: unknown,
  file: string,
  line: number | null,
): Result<readonly RecordedSpan[], readonly InputProblem[]> {
  const read = readShape(JaegerTrace, value);
  if (!read.ok) return read;
  const services = new Map(
    Object.entries(read.value.processes ?? {}).map(([id, process]) => [id, serviceIn(process)]),
  );
  const unknown = serviceIn({});
  return ok(
    read.value.spans.map((span) => {
      const service = span.process ? serviceIn(span.process) : services.get(span.processID ?? "");
      return spanOf(span, service ?? unknown, file, line);
    }),
  );
}

function spanOf(span: JaegerSpan, service: RecordedService, file: string, line: number | null): RecordedSpan {
  const tags = wantedTags(span.tags, ({ value }) => textOf(value));
  const references = (span.references ?? []).map(({ refType, traceID, spanID }) => ({
    ...{ trace: hexId(traceID), id: hexId(spanID) },
    follows: refType === "FOLLOWS_FROM",
  }));
  const trace = hexId(span.traceID);
  const own = references.filter((reference) => reference.trace === trace);
  const parent = own.find(({ follows }) => !follows) ?? own[0] ?? parentBefore(span, trace);
  return {
    trace,
    id: hexId(span.spanID),
    parent: parent ?? null,
    follows: parent?.follows ?? false,
    links: references.filter((reference) => reference !== parent),
    service,
    name: span.operationName ?? "",
    kind: SPAN_KINDS.find((kind) => kind === tags.get("span.kind")) ?? null,
    start: numberOf(span.startTime),
    duration: numberOf(span.duration),
    isFailed: tags.get("error") === "true" || tags.get("otel.status_code") === "ERROR",
    tags,
    file,
    written: span.spanID,
    line,
  };
}

/** As it was written before there were references. */
function parentBefore({ parentSpanID: parent }: JaegerSpan, trace: string) {
  if (parent === null || parent === undefined || /^0*$/.test(parent)) return undefined;
  return { trace, id: hexId(parent), follows: false };
}

function serviceIn({ serviceName, tags }: Partial<JaegerProcess>): RecordedService {
  const known = (tags ?? []).flatMap(({ key, value }) => {
    const text = textOf(value);
    return text === null ? [] : [[key, text] as const];
  });
  return serviceOf(new Map(known), serviceName ?? null);
}
