import { describe, expect, test } from "vitest";
import { DOCKER, EMPTY, run, runOn, useInputFolder } from "#tests/support/run-command.ts";

const { fileWith } = useInputFolder();

describe("diagnose", () => {
  test("ranks the documented pair of a bare sketch first", async () => {
    const { code, out } = await run("diagnose", DOCKER, "--sketch", "--json");
    const { verdict, candidates, next } = JSON.parse(out) as Record<string, never[] & { about: unknown }>;
    expect(code).toBe(0);
    expect(verdict).toBe("seams-found");
    expect(candidates?.[0]).toMatchObject({
      between: ["daemon", "plugin"],
      zone: "authorization",
      rung: "unstated",
    });
    expect(next).toMatchObject({ about: { agreement: ["daemon", expect.any(String)] }, fact: "enforced" });
  });

  test("replays a session question by question", async () => {
    const { out } = await run("diagnose", DOCKER, "--replay", "--json");
    const { asked } = JSON.parse(out) as { asked: { answer: unknown; first: unknown }[] };
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(asked.at(-1)).toMatchObject({ first: ["daemon", "plugin"] });
  });

  test("says which answers would change a verdict that names no seam", async () => {
    const { out } = await run("diagnose", "content/incidents/knight-order-router-2012.json", "--sketch");
    expect(out).toContain("Too little is known yet.");
    expect(out).toContain("What would change this:\n- Where is it written what Capital thresholds");
    expect(out).toContain(
      "“Nowhere”, “Nobody knows”, “In a document” or another answer like these would make a seam",
    );
  });

  test("reads a bare architecture as well", async () => {
    expect(await run("diagnose", await fileWith(EMPTY))).toMatchObject({
      code: 0,
      out: "No structural seam found so far.\n",
    });
  });

  test("--explain says why, on which elements, on which rung, and what would change it", async () => {
    const { code, out } = await run("diagnose", DOCKER, "--explain");
    expect(code).toBe(0);
    expect(out).toContain("1. Container daemon and Authorization plugin");
    expect(out).toMatch(/Rung +stated, shown only within limits/);
    expect(out).toMatch(/\+1\.6 {2}what is judged is cut short on the way to the decision\n +on API request/);
    expect(out).toMatch(/What would change it\n +What enforces it: The construction itself \(\d+ %\)/);
  });

  test("--explain of a bare sketch names the next question with what each answer would mean", async () => {
    const { out } = await run("diagnose", DOCKER, "--sketch", "--explain");
    expect(out).toMatch(/Next question {2}.+\?\n[^]+- Nobody knows: Speaks for a seam/);
  });

  test("reads standard input, and files of other tools", async () => {
    const { code, out } = await runOn("services:\n  web: { depends_on: [db] }\n  db: {}\n", "diagnose", "-");
    expect({ code, says: out.length > 0 }).toEqual({ code: 0, says: true });
  });

  test.each([
    ["is not JSON", "{", /input\.json:1: it is not JSON/],
    [
      "has an unknown kind",
      `{"format":"seamark.architecture/1","title":"t","components":[{"id":"a","name":"A","kind":"gizmo"}],"connections":[]}`,
      /input\.json:1: at \/components\/0\/kind: "person", .* must stand here, and it is "gizmo"\n/,
    ],
  ])("a file that %s is refused with its place and exit code 2", async (_, text, sentence) => {
    const { code, out, problem } = await run("diagnose", await fileWith(text));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(problem).toMatch(sentence);
    expect(problem).not.toContain("    at ");
  });

  test("without a file it says how it is used", async () => {
    expect(await run("diagnose")).toMatchObject({
      code: 2,
      problem: "Name a file, or - for standard input. “seamark diagnose --help” says how it is used.\n",
    });
  });
});
