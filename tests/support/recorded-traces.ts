/** A span in short: what a test says of it. */
export interface ShortSpan {
  readonly id: string;
  readonly parent?: string;
  readonly service: string;
  readonly kind?: "internal" | "server" | "client" | "producer" | "consumer";
  readonly name?: string;
  readonly trace?: string;
  /** Milliseconds. */
  readonly start?: number;
  readonly took?: number;
  readonly failed?: boolean;
  readonly tags?: Readonly<Record<string, string | number | boolean>>;
  readonly links?: readonly string[];
  readonly resource?: Readonly<Record<string, string>>;
}

/** A service that calls another one, as both sides recorded it. */
export const ONE_CALL: readonly ShortSpan[] = [
  { id: "a1", service: "web", kind: "server" },
  {
    id: "a2",
    parent: "a1",
    service: "web",
    kind: "client",
    tags: { "server.address": "10.0.0.7" },
    took: 40,
  },
  { id: "a3", parent: "a2", service: "orders", kind: "server", start: 1, took: 30 },
];

const KINDS = ["internal", "server", "client", "producer", "consumer"];
const START_MILLISECONDS = 1_700_000_000_000;

/** The spans as OTLP in JSON, each in a resource of its own. */
export function otlpOf(spans: readonly ShortSpan[]): string {
  return JSON.stringify({ resourceSpans: spans.map(resourceSpansOf) });
}

/** The same as the file exporter of the collector writes it: a line for each. */
export function otlpLinesOf(spans: readonly ShortSpan[]): string {
  return spans.map((span) => `${JSON.stringify({ resourceSpans: [resourceSpansOf(span)] })}\n`).join("");
}

function resourceSpansOf(span: ShortSpan) {
  const nanoseconds = (milliseconds: number) => `${BigInt(Math.round(milliseconds * 1_000)) * 1_000n}`;
  const start = START_MILLISECONDS + (span.start ?? 0);
  return {
    resource: { attributes: attributesOf({ "service.name": span.service, ...span.resource }) },
    scopeSpans: [
      {
        spans: [
          {
            traceId: span.trace ?? "t",
            spanId: span.id,
            ...(span.parent === undefined ? {} : { parentSpanId: span.parent }),
            name: span.name ?? `work of ${span.service}`,
            kind: span.kind === undefined ? 0 : KINDS.indexOf(span.kind) + 1,
            startTimeUnixNano: nanoseconds(start),
            endTimeUnixNano: nanoseconds(start + (span.took ?? 1)),
            attributes: attributesOf(span.tags ?? {}),
            links: (span.links ?? []).map((spanId) => ({ traceId: span.trace ?? "t", spanId })),
            status: span.failed === true ? { code: 2 } : {},
          },
        ],
      },
    ],
  };
}

function attributesOf(tags: Readonly<Record<string, string | number | boolean>>) {
  return Object.entries(tags).map(([key, value]) => ({
    key,
    value:
      typeof value === "string"
        ? { stringValue: value }
        : typeof value === "number"
          ? { intValue: String(value) }
          : { boolValue: value },
  }));
}

/** The spans as Jaeger answers with them: one entry for each trace. */
export function jaegerOf(spans: readonly ShortSpan[]): string {
  const traces = Map.groupBy(spans, ({ trace }) => trace ?? "t");
  return JSON.stringify({
    data: [...traces].map(([traceID, its]) => ({
      traceID,
      spans: its.map((span, i) => ({
        traceID,
        spanID: span.id,
        operationName: span.name ?? `work of ${span.service}`,
        references: [
          ...(span.parent === undefined ? [] : [{ refType: "CHILD_OF", traceID, spanID: span.parent }]),
          ...(span.links ?? []).map((spanID) => ({ refType: "FOLLOWS_FROM", traceID, spanID })),
        ],
        startTime: (START_MILLISECONDS + (span.start ?? 0)) * 1_000,
        duration: (span.took ?? 1) * 1_000,
        tags: Object.entries({
          ...span.tags,
          ...(span.kind === undefined ? {} : { "span.kind": span.kind }),
          ...(span.failed === true ? { error: true } : {}),
        }).map(([key, value]) => ({ key, type: typeof value, value })),
        processID: `p${i}`,
      })),
      processes: Object.fromEntries(
        its.map(({ service, resource }, i) => [
          `p${i}`,
          {
            serviceName: service,
            tags: Object.entries(resource ?? {}).map(([key, value]) => ({ key, type: "string", value })),
          },
        ]),
      ),
    })),
  });
}
