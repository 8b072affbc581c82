import { describe, expect, test } from "vitest";
import { LanesRecorder } from "#core/simulation/lanes-recorder.ts";

const ENDING = {
  duration: 10,
  unit: "step",
  invariant: "",
  lanes: [{ key: "a", label: "" }],
  shaded: [],
  summary: "",
  outcome: [],
} as const;

describe("a record of what happened", () => {
  test("judges from 0 to the end, in one piece for each state", () => {
    const record = new LanesRecorder();
    record.judge(7, true);
    record.judge(2, true);
    record.judge(4, false);
    record.judge(5, false);
    expect(record.finish(ENDING).strip).toEqual([
      { from: 0, to: 4, state: "holds" },
      { from: 4, to: 7, state: "broken" },
      { from: 7, to: 10, state: "holds" },
    ]);
  });

  test("takes the last of several verdicts at one moment", () => {
    const record = new LanesRecorder();
    record.judge(3, false);
    record.judge(3, true);
    expect(record.finish(ENDING).strip).toEqual([{ from: 0, to: 10, state: "holds" }]);
    record.judge(0, false);
    record.judge(3, false);
    expect(record.finish(ENDING).strip).toEqual([{ from: 0, to: 10, state: "broken" }]);
  });

  test("has a participant hold one thing from one moment on, the last that was told", () => {
    const record = new LanesRecorder();
    record.hold("a", 3, "one");
    record.hold("b", 3, "other");
    record.hold("a", 5, "three");
    record.hold("a", 3, "two", "bad");
    const { states } = record.finish(ENDING);
    expect(states.map(({ lane, at, value, tone }) => `${at} ${lane} ${value} ${tone}`)).toEqual([
      "3 b other plain",
      "3 a two bad",
      "5 a three plain",
    ]);
  });

  test("puts what was told into the order of time, and what was told at one moment as it was told", () => {
    const record = new LanesRecorder();
    record.say(5, "Third.");
    record.say(1, "First.");
    record.say(1, "Second.");
    expect(record.finish(ENDING).moments.map(({ text }) => text)).toEqual(["First.", "Second.", "Third."]);
  });

  test("refuses what cannot be drawn", () => {
    const tooLate = new LanesRecorder();
    tooLate.judge(10, false);
    expect(() => tooLate.finish(ENDING)).toThrow("every verdict shows");
    const tooMany = new LanesRecorder();
    for (let sent = 0; sent < 17; sent++) {
      tooMany.send({ from: "a", sent, to: "a", received: null, label: "" });
    }
    expect(() => tooMany.finish(ENDING)).toThrow("sixteen messages");
  });
});
