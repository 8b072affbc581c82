import fc from "fast-check";
import { expect } from "vitest";
import type { Model, Policy, Run, SeriesRun, Settings, SettingValue } from "#core/simulation/model.ts";
import { settingsOf } from "#core/simulation/model.ts";

/** Everything that a reader can set, at the values that the steps allow. */
export function arbitrarySettings(model: Model): fc.Arbitrary<Settings> {
  const values = model.settings.map((setting): readonly [string, fc.Arbitrary<SettingValue>] => {
    if (setting.shape === "choice")
      return [setting.key, fc.constantFrom(...setting.choices.map(({ key }) => key))];
    const { min, max, step } = setting;
    const steps = fc.nat({ max: Math.round((max - min) / step) });
    return [setting.key, steps.map((count) => Math.min(max, min + count * step))];
  });
  return fc.record(Object.fromEntries(values));
}

export function policyOf(model: Model, key: string): Policy {
  const found = model.policies.find((policy) => policy.key === key);
  if (found === undefined) throw new Error(`${model.key} has no policy ${key}`);
  return found;
}

/** A policy of a model, with some settings turned. */
export function turned(model: Model, policy: string, settings: Settings = {}): Settings {
  return { ...settingsOf(model, policyOf(model, policy)), ...settings };
}

export function seriesOf(run: Run): SeriesRun {
  if (run.kind !== "series") throw new Error(`a run of lanes where quantities are expected`);
  return run;
}

export function runOf(model: Model, settings: Settings, seed = model.seed): SeriesRun {
  return seriesOf(model.run(settings, seed));
}

export function isBroken(run: Run): boolean {
  return run.strip.some(({ state }) => state === "broken");
}

export function lineOf(run: SeriesRun, panel: string, line: string): readonly number[] {
  const found = run.panels.find(({ key }) => key === panel)?.lines.find(({ key }) => key === line);
  if (found === undefined) throw new Error(`no line ${line} in a panel ${panel}`);
  return found.values;
}

export const outcomeOf = (run: Run) =>
  Object.fromEntries(run.outcome.map(({ label, value }) => [label, value]));

/** What the contract asks of every run of quantities. */
export function expectWellFormed(run: SeriesRun): void {
  const bounds = run.strip.flatMap(({ from, to }) => [from, to]);
  expect(bounds[0]).toBe(0);
  expect(bounds.at(-1)).toBe(run.duration);
  for (const [index, piece] of run.strip.entries()) {
    expect(piece.to).toBeGreaterThan(piece.from);
    const next = run.strip[index + 1];
    if (next !== undefined) expect([next.from, next.state === piece.state]).toEqual([piece.to, false]);
  }
  expect(run.times.length).toBeLessThanOrEqual(600);
  expect(run.times.every((time, index) => time > (run.times[index - 1] ?? -1) && time <= run.duration)).toBe(
    true,
  );
  expect([run.duration, ...run.times, ...bounds].every(Number.isInteger)).toBe(true);
  for (const { lines } of run.panels)
    for (const { values } of lines) {
      expect(values).toHaveLength(run.times.length);
      expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
  for (const { from, to } of run.shaded) expect(0 <= from && from < to && to <= run.duration).toBe(true);
}

/** The law of every model of quantities: for all settings and seeds a run keeps the contract, and is the same again. */
export function expectContractKept(model: Model): void {
  fc.assert(
    fc.property(arbitrarySettings(model), fc.nat({ max: 0xffff_ffff }), (settings, seed) => {
      const run = runOf(model, settings, seed);
      expectWellFormed(run);
      expect(runOf(model, settings, seed)).toEqual(run);
    }),
    { numRuns: 100 },
  );
}
