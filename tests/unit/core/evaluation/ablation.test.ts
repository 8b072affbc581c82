import { describe, expect, test } from "vitest";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { MODERATE } from "#core/diagnosis/weights.ts";
import { ablations } from "#core/evaluation/ablation.ts";
import { compare } from "#core/evaluation/comparison.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { figuresOf, judgeIncident } from "#core/evaluation/figures.ts";
import { MOST_QUESTIONS, playGuided, sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";

const docker = incident("docker-authz-2024");
const { architecture } = docker;

function ablation(name: string) {
  const found = ablations(CATALOGUE).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no ablation ${name}`);
  return found;
}

const contributionsOf = (name: string, sketch = architecture) =>
  diagnose(sketch, ablation(name).catalogue).candidates.flatMap(({ contributions }) => contributions);

describe("an ablation", () => {
  test("of everything but the structure weighs no fact and asks nothing", () => {
    expect(contributionsOf("structure only").map(({ source }) => source)).not.toContain("fact");
    expect(contributionsOf("structure only").map(({ source }) => source)).not.toContain("agreement");
    expect(playGuided(architecture, ablation("structure only").catalogue).asked).toEqual([]);
  });

  test("of the agreement leaves the facts of the elements", () => {
    const sources = contributionsOf("no agreement evidence").map(({ source }) => source);
    expect(sources).toContain("fact");
    expect(sources).not.toContain("agreement");
  });

  test("of “nobody knows” makes it weigh nothing", () => {
    const doubt = {
      ...sketchOf(architecture),
      agreements: architecture.agreements.map((a) => ({ ...a, facts: { stated: "unknown" } })),
    };
    const weights = (name: string) =>
      contributionsOf(name, doubt).flatMap(({ fact, weight }) => (fact === "stated" ? [weight] : []));
    expect(weights("everything").every((weight) => weight > 0)).toBe(true);
    expect(weights("no “nobody knows”").every((weight) => weight === 0)).toBe(true);
  });

  test("of the weights keeps their signs and nothing else", () => {
    const weights = contributionsOf("uniform weights").flatMap(({ source, weight }) =>
      source === "base" ? [] : [Math.abs(weight)],
    );
    expect([...new Set(weights)].sort()).toEqual([0, MODERATE]);
  });

  test("of the choice of questions asks on as long as it may, and other questions", () => {
    const asked = (name: string, seed = 1) => {
      const { catalogue, chooser } = ablation(name);
      const choose = chooser?.(seededRandom(seed));
      return playGuided(architecture, catalogue, choose === undefined ? {} : { choose }).asked.map(
        ({ text }) => text,
      );
    };
    expect(asked("random order")).toHaveLength(MOST_QUESTIONS);
    expect(asked("random order")).toEqual(asked("random order"));
    expect(asked("random order")).not.toEqual(asked("random order", 2));
    expect(asked("fixed order")).toHaveLength(MOST_QUESTIONS);
    expect(asked("everything").length).toBeLessThan(MOST_QUESTIONS);
  });
});

test("a comparison begins with the figures of the whole engine, and every baseline is below them", () => {
  const { engine, baselines } = compare([docker], CATALOGUE, 5);
  expect(engine[0]?.rows).toEqual(figuresOf([judgeIncident(docker, CATALOGUE, 5)]).rows);
  for (const { rows } of baselines) {
    for (const { name, value, accepted } of rows) {
      expect(value).toBeLessThanOrEqual(accepted ?? 0);
      expect(value).toBeLessThanOrEqual(engine[0]?.rows.find((row) => row.name === name)?.value ?? 0);
    }
  }
});
