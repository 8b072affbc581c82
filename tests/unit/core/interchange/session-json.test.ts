import { emptySession } from "#core/document/new-session.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { describe, expect, test } from "vitest";

const problemsIn = (text: string) => {
  const read = readSession(text);
  return read.ok ? [] : read.error.map(({ pointer }) => pointer);
};

const withChange = (change: object) => JSON.stringify({ ...emptySession(), ...change });

describe("readSession", () => {
  test("reads an empty session", () => {
    expect(readSession(writeSession(emptySession()))).toEqual({ ok: true, value: emptySession() });
  });

  test("reads the session out of findings, and names places in it", () => {
    const findings = (session: unknown) =>
      JSON.stringify({ format: "seamark.findings/1", seams: [], session });
    expect(readSession(findings(emptySession()))).toEqual({ ok: true, value: emptySession() });
    expect(problemsIn(findings({ ...emptySession(), skipped: 7 }))).toEqual(["/session/skipped"]);
  });

  test("opens a file from before signals were kept, and refuses one that is unknown", () => {
    const { signals, ...older } = emptySession();
    expect(signals).toEqual([]);
    expect(readSession(JSON.stringify(older))).toEqual({ ok: true, value: emptySession() });
    expect(problemsIn(withChange({ signals: ["fell-together", "bad-luck"] }))).toEqual(["/signals/1"]);
    expect(problemsIn(withChange({ signals: Array.from({ length: 10 }, () => "fell-together") }))).toEqual([
      "/signals",
    ]);
  });

  test("refuses what is not JSON, nested without end or of another format", () => {
    expect(problemsIn("no")).toEqual([""]);
    expect(problemsIn("[".repeat(200_000))).toEqual([""]);
    expect(problemsIn(withChange({ format: "seamark.session/9" }))).toEqual(["/format"]);
  });

  test("refuses keys that reach for the prototype", () => {
    const file = writeSession(emptySession());
    expect(problemsIn(file.replace('"positions": {}', '"positions": {"__proto__": [0, 0]}'))).toEqual([
      "/positions/__proto__",
    ]);
    expect(problemsIn(file.replace('"origin"', '"__proto__": {"polluted": true}, "origin"'))).toEqual([
      "/__proto__",
    ]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("names every place that speaks of something that is not there", () => {
    expect(
      problemsIn(
        withChange({
          positions: { ghost: [0, 0] },
          seams: [{ id: "s", between: ["ghost", "ghost"], note: "" }],
        }),
      ),
    ).toEqual(["/positions/ghost", "/seams/0/between", "/seams/0/between"]);
  });

  test("opens a file of before candidates could be dismissed and questions referred", () => {
    const { dismissed, referred, ...before } = emptySession();
    expect([dismissed, referred]).toEqual([[], {}]);
    expect(readSession(JSON.stringify(before))).toEqual({ ok: true, value: emptySession() });
  });

  test("refuses a question that does not exist, set aside or referred to somebody", () => {
    const components = ["a", "b"].map((id) => ({ id, name: id, kind: "service" }));
    const file = (change: object) =>
      withChange({ architecture: { ...emptySession().architecture, components }, ...change });
    expect(problemsIn(file({ referred: { "component:a#scale": "Bo" } }))).toEqual([]);
    for (const key of ["component:ghost#scale", "connection:a#delivery", "agreement:a~ghost#stated"]) {
      expect(problemsIn(file({ referred: { [key]: "Bo" } }))).toEqual([
        `/referred/${key.replace("~", "~0")}`,
      ]);
      expect(problemsIn(file({ skipped: [key] }))).toEqual(["/skipped/0"]);
    }
    for (const key of ["component:a#stated", "agreement:b~a#stated", "component:a#constructor", "a"])
      expect(problemsIn(file({ skipped: [key] }))).toEqual(["/skipped/0"]);
    expect(problemsIn(file({ referred: { "component:a#scale": " " } }))).toEqual([
      "/referred/component:a#scale",
    ]);
  });

  test("refuses a dismissal of what is not there, and two of the same", () => {
    const components = ["a", "b"].map((id) => ({ id, name: id, kind: "service" }));
    const dismissal = { between: ["a", "b"], mechanism: "backlog", by: "Ada", at: "2026-03-01T10:00:00Z" };
    const file = (...dismissed: object[]) =>
      withChange({ architecture: { ...emptySession().architecture, components }, dismissed });
    expect(problemsIn(file(dismissal, { ...dismissal, mechanism: null }))).toEqual([]);
    expect(problemsIn(file(dismissal, { ...dismissal, between: ["b", "a"] }))).toEqual([
      "/dismissed/1/between",
    ]);
    expect(problemsIn(file({ ...dismissal, between: ["a", "ghost"] }))).toEqual(["/dismissed/0/between"]);
    expect(problemsIn(file({ ...dismissal, mechanism: "gremlins" }))).toEqual(["/dismissed/0/mechanism"]);
  });

  test("refuses a fact that is not kept as answers, and two answers of one person", () => {
    const { architecture } = emptySession();
    const component = { id: "a", name: "A", kind: "service" };
    const said = { value: "one", by: "Ada", at: "2026-03-01T10:00:00Z" };
    const file = (facts: object) =>
      withChange({ architecture: { ...architecture, components: [{ ...component, facts }] } });
    expect(problemsIn(file({ scale: [said] }))).toEqual([]);
    expect(problemsIn(file({ scale: "one" }))).toEqual(["/architecture/components/0/facts/scale"]);
    expect(problemsIn(file({ scale: [said, said] }))).toEqual(["/architecture/components/0/facts/scale"]);
  });
});
