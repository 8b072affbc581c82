import * as z from "zod";

const Tags = z.array(z.object({ key: z.string(), value: z.unknown().optional() })).nullish();

const Process = z.object({ serviceName: z.string().nullish(), tags: Tags });
export type JaegerProcess = z.infer<typeof Process>;

const Span = z.object({
  traceID: z.string(),
  spanID: z.string(),
  parentSpanID: z.string().nullish(),
  operationName: z.string().nullish(),
  references: z
    .array(z.object({ refType: z.string().nullish(), traceID: z.string(), spanID: z.string() }))
    .nullish(),
  startTime: z.union([z.number(), z.string()]).nullish(),
  duration: z.union([z.number(), z.string()]).nullish(),
  tags: Tags,
  processID: z.string().nullish(),
  process: Process.nullish(),
});
export type JaegerSpan = z.infer<typeof Span>;

/** One trace as the API of Jaeger answers with it and its user interface saves it. */
export const JaegerTrace = z.object({
  spans: z.array(Span),
  processes: z.record(z.string(), Process).nullish(),
});
export type JaegerTrace = z.infer<typeof JaegerTrace>;
