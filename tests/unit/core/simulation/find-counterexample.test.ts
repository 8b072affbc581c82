import { describe, expect, test } from "vitest";
import {
  findCounterexample,
  isFinished,
  isSchedule,
  lengthOf,
  openSearch,
  searchOn,
} from "#core/simulation/find-counterexample.ts";
import { LanesRecorder } from "#core/simulation/lanes-recorder.ts";
import { massReconnect } from "#core/simulation/mass-reconnect.ts";
import { settingsOf, type LanesRun } from "#core/simulation/model.ts";

/** A run that breaks after some messages of one unit each, or never. */
function runThatBreaks(messages: number | null): LanesRun {
  const record = new LanesRecorder();
  for (let sent = 0; sent < 8; sent++) {
    record.send({ from: "a", sent, to: "b", received: sent + 1, label: "" });
  }
  if (messages !== null) record.judge(messages, false);
  return record.finish({
    duration: 20,
    unit: "step",
    invariant: "",
    lanes: [
      { key: "a", label: "" },
      { key: "b", label: "" },
    ],
    shaded: [],
    summary: "",
    outcome: [],
  });
}

/** By seed: whole, whole, breaks after 7 messages, whole, after 3, after 5, after 3 again, and so on. */
const AFTER = [null, null, 7, null, 3, 5, 3];
const model = { run: (_: object, seed: number) => runThatBreaks(AFTER[seed % AFTER.length] ?? null) };

describe("the search for a counterexample", () => {
  test("remembers the first and the shortest; of two that are equally short the one with the smaller seed", () => {
    expect(findCounterexample(model, {}, 7)).toEqual({
      tried: 7,
      limit: 7,
      broken: 4,
      first: { seed: 2, messages: 7, until: 7 },
      shortest: { seed: 4, messages: 3, until: 3 },
    });
  });

  test("comes to the same in small steps as at once", () => {
    let search = openSearch(50);
    for (let step = 1; !isFinished(search); step++) search = searchOn(model, {}, search, step);
    expect(search).toEqual(findCounterexample(model, {}, 50));
  });

  test("tries a thousand seeds and says that it found nothing", () => {
    const nothing = findCounterexample({ run: () => runThatBreaks(null) }, {});
    expect(nothing).toEqual({ tried: 1_000, limit: 1_000, broken: 0, first: null, shortest: null });
  });

  test("tells the earlier of two runs with as many messages", () => {
    const late = { run: (_: object, seed: number) => runThatBreaks(seed === 0 ? 12 : 10) };
    expect(findCounterexample(late, {}, 2).shortest).toEqual({ seed: 1, messages: 8, until: 10 });
  });

  test("counts only what is sent before the invariant breaks", () => {
    expect(lengthOf(runThatBreaks(0))).toEqual({ messages: 0, until: 0 });
    expect(lengthOf(runThatBreaks(null))).toBeNull();
  });

  test("is one among schedules of messages: quantities over time have no shortest", () => {
    const settings = { ...settingsOf(massReconnect, { settings: {} }), clients: 1_000, duration: 60 };
    expect(isSchedule(runThatBreaks(null))).toBe(true);
    expect(isSchedule(massReconnect.run(settings, 1))).toBe(false);
    expect(() => findCounterexample(massReconnect, settings, 1)).toThrow("only schedules of messages");
  });
});
