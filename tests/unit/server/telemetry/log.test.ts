import { expect, test } from "vitest";
import { describeError, describeEvent } from "#server/telemetry/log.ts";
import { formatTraceparent, parseTraceparent, startTrace, withTrace } from "#server/telemetry/trace.ts";

test("an event carries what its entry allows and nothing else", () => {
  const passedOn = { signal: "SIGTERM", email: "canary@example.com" };
  expect(describeEvent("server.stopping", passedOn)).toEqual({
    "service.name": "seamark",
    "event.name": "server.stopping",
    signal: "SIGTERM",
  });
});

test("what moves a cursor, breaks a line or turns text around is taken out", () => {
  const { signal } = describeEvent("server.stopping", { signal: "a\nb\u001b[31m\u0085\u2028\u202ec\u200b" });
  expect(signal).toBe("a\ufffdb\ufffd[31m\ufffd\ufffd\ufffdc\ufffd");
});

test("a long text ends", () => {
  const { signal } = describeEvent("server.stopping", { signal: "x".repeat(5000) });
  expect(signal).toHaveLength(1001);
});

test("an error is its kind and its place: the message may quote a person", () => {
  const described = describeError(new TypeError("bad value canary@example.com\nsecond line canary"));
  expect(described["error.type"]).toBe("TypeError");
  expect(described["error.stack"]).toContain("log.test.ts");
  expect(JSON.stringify(described)).not.toContain("canary");
});

test("an event tells the trace it belongs to", () => {
  const trace = startTrace();
  expect(withTrace(trace, () => describeEvent("server.stopped", {}))).toMatchObject({
    trace_id: trace.traceId,
    span_id: trace.spanId,
  });
});

test("a trace parent reads back as it was written, and nothing else is one", () => {
  const trace = startTrace();
  expect(parseTraceparent(formatTraceparent(trace))).toEqual(trace);
  const zero = `00-${"0".repeat(32)}-${"1".repeat(16)}-01`;
  for (const header of [undefined, "", "00-1-2-01", zero, `${formatTraceparent(trace)}-more`])
    expect(parseTraceparent(header)).toBeUndefined();
});
