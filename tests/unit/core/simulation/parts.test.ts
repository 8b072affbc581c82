import { describe, expect, test } from "vitest";
import { pathData, simplify, type Place } from "#core/simulation/draw-path.ts";
import { exponential, naturalLogarithm } from "#core/simulation/draws.ts";
import { EventQueue } from "#core/simulation/event-queue.ts";
import type { LanesRun } from "#core/simulation/model.ts";
import { placeWords } from "#core/simulation/place-words.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { sayNumber, sayShare } from "#core/simulation/say-number.ts";
import { stripOf } from "#core/simulation/strip.ts";
import { Tally } from "#core/simulation/tally.ts";
import { timePlaces } from "#core/simulation/time-places.ts";
import { WaitingLine } from "#core/simulation/waiting-line.ts";

describe("events", () => {
  test("come by their moment, and in the order in which they were put in", () => {
    const random = seededRandom(5);
    const events = new EventQueue(500);
    const put = Array.from({ length: 5000 }, (_, what) => ({ at: Math.floor(random() * 600), what }));
    for (const { at, what } of put) events.put(at, what);
    const taken: { at: number; what: number }[] = [];
    for (let what = events.take(); what >= 0; what = events.take()) taken.push({ at: events.now, what });
    expect(taken).toEqual(put.filter(({ at }) => at < 500).sort((a, b) => a.at - b.at));
  });

  test("may cause others at the same moment", () => {
    const events = new EventQueue(10);
    events.put(3, 1);
    expect(events.take()).toBe(1);
    events.put(3, 2);
    expect(events.take()).toBe(2);
    expect(events.now).toBe(3);
    expect(events.take()).toBe(-1);
  });
});

test("a line gives the oldest, the newest, and no more than it has room for", () => {
  const line = new WaitingLine(1000);
  for (let i = 0; i < 200; i += 1) line.join(i);
  for (let i = 0; i < 150; i += 1) expect(line.takeOldest()).toBe(i);
  for (let i = 200; i < 1150; i += 1) expect(line.join(i)).toBe(true);
  expect(line.join(9999)).toBe(false);
  expect(line.takeNewest()).toBe(1149);
  for (let i = 150; i < 1149; i += 1) expect(line.takeOldest()).toBe(i);
  expect([line.length, line.takeOldest(), line.takeNewest()]).toEqual([0, -1, -1]);
});

test("the logarithm is one, to the last digits, without asking the machine for it", () => {
  for (const x of [1, 0.999999, 0.75, 0.7499, 0.5, 0.1, 1e-3, 1e-9, 2 ** -32])
    expect(Math.abs(naturalLogarithm(x) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, -Math.log(x)));
});

test("exponential draws have their mean, and are whole", () => {
  const random = seededRandom(1);
  const draws = Array.from({ length: 20_000 }, () => exponential(random, 100));
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0)).toBe(true);
  expect(Math.abs(draws.reduce((sum, draw) => sum + draw, 0) / draws.length - 100)).toBeLessThan(3);
});

test("a tally counts each moment for the step that it is in", () => {
  const tally = new Tally(1200);
  expect(tally.step).toBe(3);
  expect(tally.times.length).toBeLessThanOrEqual(600);
  expect(tally.times.at(-1)).toBe(1200);
  for (const moment of [0, 2999, 3000, 1_199_999]) tally.add(moment);
  expect(tally.perStep()[1]).toBe(2);
  expect(tally.perStep()[2]).toBe(1);
  expect(tally.total().at(-1)).toBe(4);
});

test("a strip has no gaps and joins what is alike", () => {
  expect(stripOf([0, 1, 2, 3, 4], (i) => i === 2 || i === 3, 5)).toEqual([
    { from: 0, to: 1, state: "holds" },
    { from: 1, to: 3, state: "broken" },
    { from: 3, to: 5, state: "holds" },
  ]);
});

test("numbers are said with the digits that matter", () => {
  expect([0, 0.04, 2.25, 9.96, 10.4, 1234, 20_000, -1500].map(sayNumber)).toEqual([
    ..."0|0|2.3|10|10|1,234|20,000|−1,500".split("|"),
  ]);
  expect([0, 0.001, 0.5, 0.999, 1].map(sayShare)).toEqual(["0 %", "under 1 %", "50 %", "over 99 %", "100 %"]);
});

describe("a path", () => {
  const rough = Array.from({ length: 600 }, (_, i): Place => [i, (i * 7919) % 97]);

  test("is never farther from its points than it may be", () => {
    const smooth = Array.from({ length: 600 }, (_, i): Place => [i, Math.round(90 * Math.sin(i / 40))]);
    const kept = simplify(smooth, 2);
    expect(kept.length).toBeLessThan(80);
    for (const [x, y] of smooth) {
      const after = Math.max(
        1,
        kept.findIndex(([other]) => other >= x),
      );
      const [[x1, y1], [x2, y2]] = [kept[after - 1]!, kept[after]!];
      expect(Math.abs(y1 + ((y2 - y1) * (x - x1)) / (x2 - x1) - y)).toBeLessThanOrEqual(2);
    }
  });

  test("leads through its points when it is followed step by step", () => {
    let [x, y] = [0, 0];
    const followed: Place[] = [];
    for (const [, command, numbers] of pathData(rough.slice(0, 50), 0).matchAll(/([Mlhv])([-\d ]+)/g)) {
      const [a = 0, b = 0] = (numbers!.match(/-?\d+/g) ?? []).map(Number);
      if (command === "M") [x, y] = [a, b];
      else if (command === "h") x += a;
      else if (command === "v") y += a;
      else [x, y] = [x + a, y + b];
      followed.push([x, y]);
    }
    expect(followed).toEqual(simplify(rough.slice(0, 50), 0));
  });
});

describe("the places of moments in lanes", () => {
  const run: LanesRun = {
    kind: "lanes",
    duration: 1000,
    unit: "ms",
    invariant: "It holds.",
    strip: [{ from: 0, to: 1000, state: "holds" }],
    shaded: [],
    summary: "",
    outcome: [],
    lanes: [
      { key: "a", label: "a" },
      { key: "b", label: "b" },
    ],
    spans: [],
    messages: [
      { from: "a", sent: 500, to: "b", received: 502, label: "x" },
      { from: "b", sent: 503, to: "a", received: 505, label: "y" },
    ],
    states: [],
    moments: [],
  };

  test("ascend from one edge to the other, with room where much happens", () => {
    const { shareOf } = timePlaces(run);
    const shares = Array.from({ length: 1001 }, (_, at) => shareOf(at));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    shares.slice(1).forEach((share, i) => expect(share).toBeGreaterThan(shares[i]!));
    expect(shareOf(502) - shareOf(500)).toBeGreaterThan(0.1);
  });

  test("are found again", () => {
    const { shareOf, momentAt } = timePlaces(run);
    for (const at of [0, 1, 250, 500, 501, 505, 999, 1000]) expect(momentAt(shareOf(at))).toBe(at);
  });
});

test("words keep clear of each other and of what is drawn, and stand at their first place where they can", () => {
  const at = (x: number) => ({ x, y: 20, anchor: "start" as const });
  const words = placeWords(
    [
      { text: "first", places: [at(0), at(100)] },
      { text: "second", places: [at(10), at(100), at(200)] },
      { text: "third", places: [at(10), at(200)] },
    ],
    [{ left: 95, right: 120, top: 0, bottom: 40 }],
  );
  expect(words.map(({ place }) => place.x)).toEqual([0, 200, 10]);
});
