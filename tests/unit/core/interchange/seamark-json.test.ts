import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { emptySession } from "#core/document/new-session.ts";
import { importFiles } from "#core/interchange/importers.ts";
import { seamarkJson } from "#core/interchange/seamark-json.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { draw } from "#tests/support/draw.ts";
import { incidentIds } from "#tests/support/incidents.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const CONTENT = join(import.meta.dirname, "../../../../content");

const tryRead = (text: string, name = "shop.json") => importFiles([{ name, text }], { at });
const read = (text: string, name?: string) => {
  const done = tryRead(text, name);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe("files that were saved here", () => {
  test("an architecture becomes a session in which the file has answered what it says", () => {
    const drawn = draw("Shop", "service api  scale=few\nstore orders\napi -write-> orders: order");
    const { session, format } = read(JSON.stringify(drawn));
    expect(format).toBe("seamark");
    expect(session.architecture.title).toBe("Shop");
    const api = session.architecture.components.find(({ id }) => id === "api");
    expect(api?.facts).toEqual({ scale: [{ value: "few", by: "shop.json", at }] });
  });

  test("a file answers under its own name, wherever it lies", () => {
    const text = JSON.stringify(draw("Shop", "service api  scale=few"));
    expect(read(text, "/home/ada/shop.json").session).toEqual(read(text, "shop.json").session);
  });

  test.each(incidentIds)("incident %s is read with everything that its architecture says", (id) => {
    const text = readFileSync(join(CONTENT, "incidents", `${id}.json`), "utf8");
    const written = (JSON.parse(text) as { architecture: Record<string, unknown[]> }).architecture;
    const { session, notes } = read(text);
    for (const list of ["components", "connections", "boundaries", "history"] as const)
      expect(session.architecture[list]).toHaveLength(written[list]?.length ?? 0);
    expect(notes.filter(({ how }) => how === "left-out")).toEqual([
      expect.objectContaining({ what: "everything beside the architecture: it is made anew" }),
    ]);
    expect(JSON.stringify(session)).not.toContain("absentLayer");
  });

  test.each(readdirSync(join(CONTENT, "mechanisms")))("the example of mechanism %s is read", (name) => {
    expect(tryRead(readFileSync(join(CONTENT, "mechanisms", name), "utf8")).ok).toBe(true);
  });

  test("findings are read as the session that they were made from", () => {
    const session = emptySession("Shop");
    const text = JSON.stringify({ format: "seamark.findings/1", seams: [], session });
    expect(read(text).session).toEqual(session);
  });

  test("each element is noted with the line on which it stands, in whatever order the file has them", () => {
    const components = ["b", "a"].map((id) => ({ id, name: id, kind: "service" }));
    const session = { ...emptySession(), architecture: { ...emptySession().architecture, components } };
    const text = JSON.stringify(session, null, 1);
    const lines = text.split("\n");
    const { notes } = read(text);
    expect(notes.map(({ about }) => about)).toEqual([{ component: "a" }, { component: "b" }]);
    for (const { about, line } of notes)
      expect(lines[line ?? 0]).toContain(
        `"id": "${about !== null && "component" in about ? about.component : ""}"`,
      );
  });

  test("what is wrong is said with its line, also inside findings and incidents", () => {
    const broken = { ...emptySession(), positions: { ghost: [0, 0] } };
    const text = JSON.stringify({ format: "seamark.findings/1", session: broken }, null, 2);
    const line = text.split("\n").findIndex((one) => one.includes("ghost")) + 1;
    expect(tryRead(text)).toEqual({
      ok: false,
      error: [expect.objectContaining({ file: "shop.json", line })],
    });
    const incident = JSON.stringify(
      { architecture: { format: "seamark.architecture/1", title: "" } },
      null,
      2,
    );
    const refused = tryRead(incident);
    expect(refused.ok ? [] : refused.error.map((one) => one.line)).toContain(4);
  });

  test("a file of a format that does not exist yet is refused", () => {
    expect(tryRead(writeSession(emptySession()).replace("session/1", "session/9")).ok).toBe(false);
    expect(seamarkJson.recognizes({ name: "", text: '{"format": "other/1"}' })).toBe(false);
  });
});
