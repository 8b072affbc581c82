import { hexId } from "#core/interchange/traces/recorded-span.ts";
import { traces } from "#core/interchange/traces/traces.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import { jaegerOf, ONE_CALL as call, otlpLinesOf, otlpOf } from "#tests/support/recorded-traces.ts";
import { describe, expect, test } from "vitest";

const AT = { at: "2026-03-01T10:00:00Z" };

describe("files of traces", () => {
  test("are read whatever an interface puts around them", () => {
    const otlp = JSON.parse(otlpOf(call)) as { resourceSpans: unknown };
    const jaeger = JSON.parse(jaegerOf(call)) as { data: readonly unknown[] };
    const forms = [
      { result: otlp },
      { trace: otlp },
      { batches: otlp.resourceSpans },
      jaeger.data[0],
      jaeger.data,
    ];
    for (const form of forms)
      expect(readSketch("traces", JSON.stringify(form)).connections).toEqual(["web -call-> orders"]);
  });

  test("may be of both formats, with ids in different spellings", () => {
    const { connections } = readSketch(
      "traces",
      otlpOf([{ id: "q83vEjRWeJA=", trace: "1", service: "web", kind: "client" }]),
      jaegerOf([{ id: "2", parent: "ABCDEF1234567890", trace: "0001", service: "orders", kind: "server" }]),
    );
    expect(connections).toEqual(["web -call-> orders"]);
  });

  test.each([
    ["abc", "0000000000000abc"],
    ["ABCDEF1234567890", "abcdef1234567890"],
    ["83a9efd15c1c98a977e0711cc93ee28b", "83a9efd15c1c98a977e0711cc93ee28b"],
    ["q83vEjRWeJA=", "abcdef1234567890"],
    ["g6nv0VwcmKl34HEcyT7iiw==", "83a9efd15c1c98a977e0711cc93ee28b"],
    ["span-1", "span-1"],
  ])("an id %s is %s", (written, id) => {
    expect(hexId(written)).toBe(id);
  });

  test("point at the line of the span", () => {
    const lines = otlpLinesOf(call);
    expect(readSketch("traces", lines).imported.notes.map(({ line }) => line)).toEqual([1, 3, 2]);
    const pretty = JSON.stringify(JSON.parse(jaegerOf(call)), null, 1);
    const [web] = readSketch("traces", pretty).imported.notes;
    expect(pretty.split("\n")[(web?.line ?? 0) - 1]).toContain('"spanID": "a1"');
  });

  test("may end in the middle of a line, and hold metrics and logs beside", () => {
    const metrics = '{"resourceMetrics":[]}\n';
    const { noted, connections } = readSketch("traces", `${otlpLinesOf(call)}${metrics}{"resourceSp`);
    expect(connections).toEqual(["web -call-> orders"]);
    expect(noted("left-out")).toEqual([
      "metrics or logs: only traces are read",
      "the last line: it is not complete",
    ]);
  });

  test.each([
    ['{"resourceSpans":[]}', null, "no span"],
    ['{"resourceSpans":[{"scopeSpans":[{"spans":[7]}]}]}', 1, "/resourceSpans/0/scopeSpans/0/spans/0"],
    [`${otlpLinesOf(call)}{"resourceSpans":7}\n{}\n`, 4, "no traces"],
    [`${otlpLinesOf(call)}{"x":\n{}\n`, 4, "not JSON"],
    ['{"data":[{"x":1}]}', null, "no traces"],
  ])("are refused with the place: %s", (text, line, message) => {
    const refused = traces.read([{ name: "t", text }], AT);
    expect(refused).toMatchObject({ ok: false, error: [{ file: "t", line }] });
    expect(refused.ok ? "" : refused.error[0]?.message).toContain(message);
  });

  test("take a browser for a client", () => {
    const { components } = readSketch(
      "traces",
      otlpOf([{ id: "1", service: "shop-page", resource: { "telemetry.sdk.language": "webjs" } }]),
    );
    expect(components).toEqual(["shop-page: client"]);
  });
});
