import { pino, type Logger } from "pino";
import { env } from "../env.ts";
import { cleanText } from "./clean-text.ts";
import { EVENTS, type AttributeName, type EventAttributes, type EventName } from "./events.ts";
import { currentTrace } from "./trace.ts";

let logger: Logger | undefined;

/** Logs one event of the catalogue as a line of JSON on stdout, with the trace of the work at hand. */
export function log<Name extends EventName>(name: Name, attributes: EventAttributes<Name> = {}): void {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  });
  logger[EVENTS[name].level](describeEvent(name, attributes));
}

/** What is logged of an event: the attributes its entry allows, cleaned, and nothing else. */
export function describeEvent<Name extends EventName>(
  name: Name,
  attributes: EventAttributes<Name>,
): Record<string, string | number> {
  const line: Record<string, string | number> = { "service.name": "seamark", "event.name": name };
  const trace = currentTrace();
  if (trace) Object.assign(line, { trace_id: trace.traceId, span_id: trace.spanId });
  const given: Partial<Record<AttributeName, string | number>> = attributes;
  for (const attribute of EVENTS[name].attributes) {
    const value = given[attribute];
    if (value !== undefined) line[attribute] = typeof value === "string" ? cleanText(value) : value;
  }
  return line;
}

/** What may be logged of anything thrown: its kind and where. A message can quote what a person wrote. */
export function describeError(error: unknown): { "error.type": string; "error.stack"?: string } {
  if (!(error instanceof Error)) return { "error.type": typeof error };
  const type = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const stack = frames.slice(0, 8).map((line) => line.trim());
  return { "error.type": type, ...(stack.length > 0 && { "error.stack": stack.join(" ") }) };
}
