import { describe, expect, test } from "vitest";
import { drawJourneys } from "#core/simulation/lost-trace.journeys.ts";
import { followParents, isConnected, trailOf, type Trail } from "#core/simulation/lost-trace.spans.ts";
import { seededRandom } from "#core/simulation/random.ts";

const [journey] = drawJourneys(seededRandom(1), 1);
const whole = trailOf(journey!, { queue: "forwarded", version: "01", limit: 8_192 });

function withSpan(trail: Trail, index: number, differing: Partial<Trail["spans"][number]>): Trail {
  return { ...trail, spans: trail.spans.map((span, i) => (i === index ? { ...span, ...differing } : span)) };
}

describe("the spans of a request", () => {
  test("are connected where each carries the trace id and names the one before", () => {
    expect(isConnected(whole)).toBe(true);
  });

  test.each([
    ["carries another trace id", { traceId: "f".repeat(32) }],
    ["names another parent", { parentId: "f".repeat(16) }],
    ["names no parent", { parentId: null }],
  ])("are not connected where one %s", (_, differing) => {
    expect(isConnected(withSpan(whole, 2, differing))).toBe(false);
  });

  test("are not connected where the first names a parent that nobody has reported", () => {
    expect(isConnected(withSpan(whole, 0, { parentId: "f".repeat(16) }))).toBe(false);
  });

  test("are found from the last to the first by their parents, and no further than these lead", () => {
    const hops = (trail: Trail) => followParents(trail.spans[3]!, trail.spans).map(({ hop }) => hop);
    expect(hops(whole)).toEqual(["store", "worker", "service", "gateway"]);
    expect(hops(withSpan(whole, 2, { parentId: null }))).toEqual(["store", "worker"]);
    expect(hops(withSpan(whole, 1, { traceId: "f".repeat(32) }))).toEqual(["store", "worker"]);
  });
});
