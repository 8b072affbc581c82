import fc from "fast-check";
import { expect } from "vitest";
import type { LanesModel } from "#core/simulation/lanes-recorder.ts";
import type { LanesRun, Policy, Settings } from "#core/simulation/model.ts";

/** Any seed that a figure can have. */
export const arbitrarySeed = fc.nat({ max: 0xffff_ffff });

/** Anything that a reader can set, but for what is fixed. */
export function arbitrarySettings(model: LanesModel, fixed: Policy["settings"] = {}): fc.Arbitrary<Settings> {
  const free = Object.fromEntries(
    model.settings.map((setting) => [
      setting.key,
      setting.shape === "choice"
        ? fc.constantFrom(...setting.choices.map(({ key }) => key))
        : fc
            .nat({ max: Math.floor((setting.max - setting.min) / setting.step) })
            .map((steps) => setting.min + steps * setting.step),
    ]),
  );
  return fc.record(free).map((settings) => ({ ...settings, ...fixed }));
}

export function policyOf(model: LanesModel, key: string): Policy {
  const found = model.policies.find((policy) => policy.key === key);
  if (!found) throw new Error(`${model.key} has no policy ${key}`);
  return found;
}

export function isBroken({ strip }: LanesRun): boolean {
  return strip.some(({ state }) => state === "broken");
}

/** What every run must keep for the figure that draws it. */
export function expectDrawable(run: LanesRun): void {
  const lanes = new Set(run.lanes.map(({ key }) => key));
  const isInside = (at: number) => Number.isInteger(at) && at >= 0 && at <= run.duration;
  expect(lanes.size).toBe(run.lanes.length);
  expect(run.lanes.length).toBeLessThanOrEqual(5);
  expect(run.messages.length).toBeLessThanOrEqual(16);
  expectCovering(run);
  for (const { from, to, sent, received } of run.messages) {
    expect(lanes.has(from) && lanes.has(to)).toBe(true);
    expect(isInside(sent) && (received === null || (isInside(received) && received > sent))).toBe(true);
  }
  for (const { lane, at } of run.states) expect(lanes.has(lane) && isInside(at)).toBe(true);
  expect(new Set(run.states.map(({ lane, at }) => `${lane} ${at}`)).size).toBe(run.states.length);
  for (const { from, to } of [...run.spans, ...run.shaded]) {
    expect(isInside(from) && isInside(to) && from < to).toBe(true);
  }
  for (const { lane } of run.spans) expect(lanes.has(lane)).toBe(true);
  expectInOrder(run.moments.map(({ at }) => at));
  expectInOrder(run.states.map(({ at }) => at));
  expect(run.moments.every(({ at, text }) => isInside(at) && text.endsWith("."))).toBe(true);
}

/** The strip begins at 0, ends with the run, and each piece begins where the last one of another state ended. */
function expectCovering({ strip, duration }: LanesRun): void {
  expect(strip[0]?.from).toBe(0);
  expect(strip.at(-1)?.to).toBe(duration);
  strip.forEach(({ from, to, state }, index) => {
    const before = strip[index - 1];
    expect(to).toBeGreaterThan(from);
    if (before) expect([before.to, before.state === state]).toEqual([from, false]);
  });
}

function expectInOrder(times: readonly number[]): void {
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}
