import { describe, expect, test } from "vitest";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { emptySession } from "#core/document/new-session.ts";

const component = (more: object) => ({
  components: [{ id: "a", name: "A", kind: "store", ...more }],
});
const agreement = (more: object) => ({
  ...component({}),
  agreements: [{ id: "g", between: ["a", "b"], about: "x", ...more }],
});

function problemsOf(change: object): readonly string[] {
  const minimal = { format: "seamark.architecture/1", title: "T", components: [], connections: [] };
  const parsed = parseArchitecture({ ...minimal, ...change });
  return parsed.ok ? [] : parsed.error.map(({ pointer, message }) => `${pointer} ${message}`);
}

const SCALES = '"one", "few", "fleet", "unknown" or a list must stand here';

describe("what is wrong with a file is said in plain words, with its place", () => {
  test.each([
    ["something missing", { title: undefined }, "/title a text must stand here, and there is nothing"],
    ["another kind of value", { components: "many" }, '/components a list must stand here, and it is "many"'],
    ["an object for a list", { components: {} }, "/components a list must stand here, and it is an object"],
    ["an empty text", { title: " " }, "/title at least 1 character must stand here, and there are 0"],
    [
      "a text without end",
      { title: "x".repeat(1_000_000) },
      "/title at most 200 characters must stand here, and there are 1000000",
    ],
    [
      "a number out of bounds",
      component({ numbers: { clients: -3 } }),
      "/components/0/numbers/clients at least 0 must stand here, and it is -3",
    ],
    [
      "a list too short",
      agreement({ between: ["a"] }),
      "/agreements/0/between at least 2 entries must stand here, and there are 1",
    ],
    [
      "a word that is not known",
      { ...component({}), boundaries: [{ id: "b", name: "B", kind: "wall" }] },
      '/boundaries/0/kind "trust", "failure", "team", "deployment" or "layer" must stand here, and it is "wall"',
    ],
    [
      "a name that is not known",
      component({ colour: "red" }),
      "/components/0/colour nothing has this name here: correct it, or take it out",
    ],
    [
      "an id that is none",
      component({ id: "../a" }),
      "/components/0/id an id is 1 to 40 of a-z, 0-9 and '-', and begins with a letter",
    ],
    [
      "a fact in no form that it may take",
      component({ facts: { scale: "many" } }),
      `/components/0/facts/scale ${SCALES}, and it is "many"`,
    ],
    [
      "a fact of ids that is a text",
      component({ facts: { restartNeeds: "b" } }),
      '/components/0/facts/restartNeeds a list or "unknown" must stand here, and it is "b"',
    ],
    [
      "a condition that is not known",
      agreement({ facts: { limitedTo: ["sundays"] } }),
      '/agreements/0/facts/limitedTo/0 "one-at-a-time", "steady-state", "within-limits" or "before-change" must stand here, and it is "sundays"',
    ],
    [
      "an answer without a date",
      agreement({ facts: { limitedTo: [{ value: "unknown", by: "Ada", at: "yesterday" }] } }),
      '/agreements/0/facts/limitedTo/0/at a date with its time, as in 2026-03-01T10:00:00Z, must stand here, and it is "yesterday"',
    ],
  ])("%s", (_, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  test("a long text is quoted by its beginning", () => {
    const kind = "k".repeat(41);
    expect(problemsOf(component({ kind }))[0]).toMatch(/ and it is "k{40}…"$/);
  });

  test("of a file of another kind, what can be opened", () => {
    const parsed = parseSession({ ...emptySession(), format: "seamark.architecture/1" });
    expect(parsed.ok ? [] : parsed.error).toEqual([
      {
        pointer: "/format",
        message:
          'only a backup or findings that were saved here can be opened, and they begin with "format": "seamark.session/1"',
      },
    ]);
  });

  test("of a position under no id, the name", () => {
    const parsed = parseSession({ ...emptySession(), positions: { "A B": [0, 0] } });
    expect(parsed.ok ? [] : parsed.error).toEqual([
      {
        pointer: "/positions/A B",
        message: "an id is 1 to 40 of a-z, 0-9 and '-', and begins with a letter",
      },
    ]);
  });
});
