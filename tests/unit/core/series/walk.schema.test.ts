import { drawnKeys, walkHeading } from "#core/architecture/walk.ts";
import { parseWalk } from "#core/series/walk.schema.ts";
import { incident } from "#tests/support/incidents.ts";
import { describe, expect, test } from "vitest";

const { architecture } = incident("docker-authz-2024");
const step = {
  tells: "belief",
  components: ["plugin"],
  text: "What I am sent is the call.",
  source: "inference",
} as const;
const read = (...steps: readonly object[]) => parseWalk({ steps }, architecture, ["commit-2016"]);

describe("the walk of a case", () => {
  test("is read with what is left out filled in", () => {
    const walk = read(step, { ...step, tells: "event", when: "2016-01", source: "commit-2016" });
    expect(walk.ok && walk.value[1]).toMatchObject({ when: "2016-01", connections: [] });
  });

  test.each([
    [{ ...step, components: ["ghost"] }, /no entry "ghost"/],
    [{ ...step, connections: ["nowhere"] }, /no entry "nowhere"/],
    [{ ...step, source: "hearsay" }, /no source of this case/],
    [{ ...step, tells: "parting" }, /two sides part/],
    [{ ...step, when: "last year" }, /a date is/],
  ])("is refused where a step speaks of what is not there", (wrong, message) => {
    const walk = read(step, wrong);
    expect(walk.ok).toBe(false);
    if (!walk.ok) expect(walk.error.map((problem) => problem.message).join()).toMatch(message);
  });

  test("names who believes, and lights the seam where two sides part", () => {
    const belief = { ...step, when: "", connections: [] };
    expect(walkHeading(architecture, belief)).toBe("As seen by Authorization plugin");
    const parting = { ...belief, tells: "parting", components: ["plugin", "daemon"] } as const;
    expect(walkHeading(architecture, parting)).toBe("Where they part");
    expect(drawnKeys(parting)).toEqual(["component:plugin", "component:daemon", "seam:daemon~plugin"]);
  });
});
