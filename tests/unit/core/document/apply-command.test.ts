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
      { id: "s", between: ["a", "b"], note: "" },
    ]);
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
