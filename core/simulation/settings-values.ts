import { invariant } from "../invariant.ts";
import type { Setting, Settings } from "./model.ts";

/** The number that is set; whoever made the settings has checked them against the model. */
export function numberIn(settings: Settings, key: string): number {
  const value = settings[key];
  invariant(typeof value === "number", `${key} is set to a number`);
  return value;
}

/** The key of the choice that is set. */
export function choiceIn(settings: Settings, key: string): string {
  const value = settings[key];
  invariant(typeof value === "string", `${key} is set to a choice`);
  return value;
}

/** A number that can be set, with its unit (empty for counts), from, to, step and initial value. */
export function numberSetting(
  key: string,
  label: string,
  unit: string,
  [min, max, step, initial]: readonly [number, number, number, number],
): Setting {
  return { shape: "number", key, label, unit, min, max, step, initial };
}

/** A choice that can be made, of keys with their labels. */
export function choiceSetting(
  key: string,
  label: string,
  initial: string,
  choices: readonly (readonly [key: string, label: string])[],
): Setting {
  return {
    shape: "choice",
    key,
    label,
    initial,
    choices: choices.map(([choice, said]) => ({ key: choice, label: said })),
  };
}
