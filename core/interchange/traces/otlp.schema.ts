import * as z from "zod";

/** A value is one of many forms, and only few attributes are read. */
const Attributes = z.array(z.object({ key: z.string(), value: z.unknown().optional() })).nullish();

const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().nullish(),
  name: z.string().nullish(),
  kind: z.union([z.number(), z.string()]).nullish(),
  startTimeUnixNano: z.union([z.string(), z.number()]).nullish(),
  endTimeUnixNano: z.union([z.string(), z.number()]).nullish(),
  attributes: Attributes,
  links: z.array(z.object({ traceId: z.string(), spanId: z.string() })).nullish(),
  status: z.object({ code: z.union([z.number(), z.string()]).nullish() }).nullish(),
});
export type OtlpSpan = z.infer<typeof Span>;

const Scopes = z.array(z.object({ spans: z.array(Span).nullish() })).nullish();

const ResourceSpans = z.array(
  z.object({
    resource: z.object({ attributes: Attributes }).nullish(),
    scopeSpans: Scopes,
    instrumentationLibrarySpans: Scopes,
  }),
);

/** OTLP in JSON, as it is sent and as collectors write it; `batches` is what Tempo answers with. */
export const OtlpTraces = z.object({
  resourceSpans: ResourceSpans.nullish(),
  batches: ResourceSpans.nullish(),
});
export type OtlpTraces = z.infer<typeof OtlpTraces>;
export type OtlpAttributes = z.infer<typeof Attributes>;
