import { describe, expect, test } from "vitest";
import { drawRun } from "#core/simulation/draw-run.ts";
import { settingsOf, type Run, type SeriesRun } from "#core/simulation/model.ts";
import { MODELS } from "#core/simulation/models.ts";
import { readMarkup } from "#tests/support/check-markup.ts";

const QUANTITIES: SeriesRun = {
  kind: "series",
  duration: 100,
  unit: "s",
  times: Array.from({ length: 600 }, (_, i) => i / 6),
  panels: [
    {
      key: "a",
      label: `Hostile <script>&"'`,
      unit: "/s",
      scale: "log",
      lines: [
        { key: "rough", label: "rough", values: Array.from({ length: 600 }, (_, i) => (i * 7919) % 997) },
        { key: "still", label: "still", values: Array.from({ length: 600 }, () => 0) },
      ],
      levels: [{ label: "level", value: 500 }],
    },
  ],
  invariant: "It holds.",
  strip: [
    { from: 0, to: 40, state: "holds" },
    { from: 40, to: 41, state: "broken" },
    { from: 41, to: 100, state: "holds" },
  ],
  shaded: [{ from: 80, to: 100, label: "late" }],
  summary: "It went.",
  outcome: [],
};

function draw(run: Run, beside: Run = run): string {
  return drawRun(run, { id: "drawing", name: "A drawing", beside });
}

const RUNS = MODELS.flatMap((model) =>
  model.policies.slice(0, 2).map((policy) => ({
    name: `${model.key} ${policy.key}`,
    run: model.run(settingsOf(model, policy), model.seed),
  })),
);

describe("every model as it is shown", () => {
  test.each(RUNS)("$name is markup of shapes and classes alone", ({ run }) => {
    const svg = draw(run);
    const { elements, problem } = readMarkup(svg);
    expect(problem).toBeNull();
    expect([...new Set(elements)].sort()).toEqual(expect.not.arrayContaining(["script", "style", "image"]));
    expect(svg).not.toMatch(/ (?:style|on\w+|fill|stroke)=/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    // Both sides, in the page and in what the page is made of anew, have to stay far below what a page may weigh.
    expect(svg.length).toBeLessThan(16_000);
  });

  test.each(RUNS)("$name says in words what its strip shows", ({ run }) => {
    const words = draw(run).match(/>(?:holds|broken)</g) ?? [];
    for (const state of new Set(run.strip.map((piece) => piece.state)))
      if (run.strip.some((piece) => piece.state === state && piece.to - piece.from > run.duration * 0.4))
        expect(words).toContain(`>${state}<`);
    if (run.strip.some(({ state }) => state === "broken")) expect(words).toContain(">broken<");
  });
});

describe("a run of quantities", () => {
  test("escapes every text", () => {
    const svg = draw(QUANTITIES);
    expect(readMarkup(svg).problem).toBeNull();
    expect(svg).toContain("Hostile &lt;script&gt;&amp;&quot;&#39;, /s");
  });

  test("draws at most 300 points of a line, and two of one that is straight", () => {
    const lines = [...draw(QUANTITIES).matchAll(/class="run-line[^"]*" d="([^"]+)"/g)].map(([, d]) => d!);
    const points = lines.map((d) => d.match(/[Mlhv]/g)!.length);
    expect(points[0]).toBeGreaterThan(100);
    expect(points[0]).toBeLessThanOrEqual(300);
    expect(points[1]).toBe(2);
  });

  test("tells its lines apart without colour", () => {
    const classes = [...draw(QUANTITIES).matchAll(/class="(run-line run-line-\d)" d=/g)].map(
      ([, name]) => name,
    );
    expect(new Set(classes).size).toBe(2);
  });

  test("shares the scale of the run beside it", () => {
    const tall: SeriesRun = {
      ...QUANTITIES,
      panels: QUANTITIES.panels.map((panel) => ({
        ...panel,
        scale: "linear",
        levels: [{ label: "level", value: 8000 }],
      })),
    };
    const low: SeriesRun = { ...tall, panels: tall.panels.map((panel) => ({ ...panel, levels: [] })) };
    expect(draw(low, low)).not.toContain(">8k<");
    expect(draw(low, tall)).toContain(">8k<");
  });

  test("keeps a broken stretch that is shorter than anybody could see, with its word", () => {
    const run: SeriesRun = {
      ...QUANTITIES,
      strip: [
        { from: 0, to: 50, state: "holds" },
        { from: 50, to: 50.01, state: "broken" },
        { from: 50.01, to: 100, state: "holds" },
      ],
    };
    expect(draw(run)).toContain("run-broken");
    expect(draw(run)).toContain(">broken<");
  });
});

test("drawing twice gives the same bytes", () => {
  for (const { run } of RUNS) expect(draw(run)).toBe(draw(run));
});
