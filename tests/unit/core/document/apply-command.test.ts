import type { HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession, isEmptySession, sessionFromSketch } from "#core/document/new-session.ts";
import type { Signal } from "#core/fit/signals.ts";
import { incident, incidentIds } from "#tests/support/incidents.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const apply = (...commands: readonly Command[]) => commands.reduce(applyCommand, emptySession());
const add = (id: string, name = id): Command => ({
  type: "add-component",
  id,
  name,
  kind: "service",
  at: [1.4, 2.6],
});

describe("applyCommand", () => {
  test("keeps entries in the order of their ids, and positions whole", () => {
    const { architecture, positions } = apply(add("b"), add("a"));
    expect(architecture.components.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(positions["a"]).toEqual([1, 3]);
  });

  test("connects only two different components that exist", () => {
    const connect = (from: string, to: string) =>
      apply(add("a"), add("b"), { type: "connect", id: "c", from, to, kind: "call" }).architecture
        .connections;
    expect(connect("a", "b")).toHaveLength(1);
    expect(connect("a", "a")).toEqual([]);
    expect(connect("a", "ghost")).toEqual([]);
  });

  test("begins an agreement with the first answer about a pair, in the words of the sketch", () => {
    const session = apply(add("b", "Till"), add("a", "Gate"), {
      type: "answer",
      address: { about: { agreement: ["b", "a"] }, fact: "stated" },
      answer: { value: "nowhere", by: "Ada", at },
      agreementId: "g",
    });
    expect(session.architecture.agreements).toEqual([
      {
        id: "g",
        between: ["a", "b"],
        about: "what Gate and Till must agree on",
        facts: { stated: [{ value: "nowhere", by: "Ada", at }] },
      },
    ]);
  });

  test("replaces what the same person said, keeps what others said, and refuses what is no answer", () => {
    const say = (value: string, by: string): Command => ({
      type: "answer",
      address: { about: { component: "a" }, fact: "scale" },
      answer: { value, by, at },
      agreementId: "g",
    });
    const { architecture } = apply(
      add("a"),
      say("one", "Bo"),
      say("few", "Ada"),
      say("fleet", "Bo"),
      say("green", "Ada"),
    );
    expect(architecture.components[0]?.facts["scale"]).toEqual([
      { value: "few", by: "Ada", at },
      { value: "fleet", by: "Bo", at },
    ]);
  });

  test("keeps the signals that were recognized in the order in which they are asked for, each once", () => {
    const set = (signal: Signal, given: boolean): Command => ({ type: "set-signal", signal, given });
    const said = [set("cause-is-clear", true), set("fell-together", true), set("fell-together", true)];
    expect(apply(...said).signals).toEqual(["fell-together", "cause-is-clear"]);
    expect(apply(...said, set("fell-together", false)).signals).toEqual(["cause-is-clear"]);
    expect(isEmptySession(apply(...said))).toBe(false);
  });

  test("tells what happened, tells it anew under the same id, and forgets it", () => {
    const entry: HistoryEntry = {
      id: "h",
      date: "2024-07-19",
      kind: "incident",
      text: " slow \n",
      about: ["a"],
      worked: [],
      failed: [],
      covered: "",
      leftOpen: "",
    };
    const tell = (change: object): Command => ({ type: "tell-history", entry: { ...entry, ...change } });
    const historyAfter = (...commands: readonly Command[]) =>
      apply(add("a"), ...commands).architecture.history;
    expect(historyAfter(tell({}))).toEqual([{ ...entry, text: "slow" }]);
    expect(historyAfter(tell({}), tell({ kind: "fix", covered: "the slow part" }))).toEqual([
      { ...entry, text: "slow", kind: "fix", covered: "the slow part" },
    ]);
    expect(historyAfter(tell({}), { type: "delete-history", id: "h" })).toEqual([]);
    for (const refused of [{ text: " " }, { date: "" }, { about: ["ghost"] }, { failed: ["ghost"] }])
      expect(historyAfter(tell(refused))).toEqual([]);
  });

  test("marks a pair as a seam once, whichever side is named first", () => {
    const mark = (id: string, between: readonly [string, string]): Command => ({
      type: "mark-seam",
      id,
      between,
      note: "",
    });
    expect(apply(add("a"), add("b"), mark("s", ["b", "a"]), mark("t", ["a", "b"])).seams).toEqual([
      { id: "s", between: ["a", "b"], note: "", mechanism: null, invariant: "", owner: "" },
    ]);
  });

  test("keeps whom to ask until the question is answered, skipped or asked again", () => {
    const address = { about: { component: "a" }, fact: "scale" } as const;
    const refer = (to: string): Command => ({ type: "refer-question", address, to });
    const answer = { value: "one", by: "Ada", at };
    const key = "component:a#scale";
    expect(apply(add("a"), refer(" the platform\nteam ")).referred).toEqual({ [key]: "the platform team" });
    expect(apply(add("a"), refer("Bo"), refer("Cleo")).referred).toEqual({ [key]: "Cleo" });
    expect(apply(add("a"), refer("  ")).referred).toEqual({});
    expect(apply(refer("Bo")).referred).toEqual({});
    for (const after of [
      { type: "answer", address, answer, agreementId: "g" },
      { type: "ask-again", address },
      { type: "skip-question", address },
      { type: "delete-component", id: "a" },
    ] satisfies readonly Command[])
      expect(apply(add("a"), refer("Bo"), after).referred).toEqual({});
    const skipped = apply(add("a"), refer("Bo"), { type: "skip-question", address });
    expect(skipped.skipped).toEqual([key]);
    expect(applyCommand(skipped, refer("Bo")).skipped).toEqual([]);
  });

  test("keeps one dismissal for each mechanism of a pair and one for the pair, until it is taken back", () => {
    const dismiss = (mechanism: "backlog" | null, reason: string, by = "Ada"): Command => ({
      type: "dismiss",
      dismissal: { between: ["b", "a"], mechanism, reason, by, at },
    });
    const said = [
      add("a"),
      add("b"),
      dismiss("backlog", "old"),
      dismiss(null, ""),
      dismiss("backlog", "new"),
    ];
    expect(apply(...said).dismissed).toEqual([
      { between: ["a", "b"], mechanism: null, reason: "", by: "Ada", at },
      { between: ["a", "b"], mechanism: "backlog", reason: "new", by: "Ada", at },
    ]);
    const backAgain: Command = { type: "bring-back", between: ["b", "a"], mechanism: "backlog" };
    expect(apply(...said, backAgain).dismissed).toHaveLength(1);
    expect(apply(add("a"), add("b"), dismiss(null, "", " ")).dismissed).toEqual([]);
    expect(apply(add("a"), dismiss(null, "")).dismissed).toEqual([]);
  });
});

test("a session from a published case has its sketch and none of its answers", () => {
  for (const id of incidentIds) {
    const session = sessionFromSketch(incident(id).architecture, id, {});
    expect(session.architecture.agreements).toEqual([]);
    expect(JSON.stringify(session)).not.toMatch(/"facts":\{"/);
    expect(isEmptySession(session)).toBe(false);
  }
  expect(isEmptySession(emptySession())).toBe(true);
});
