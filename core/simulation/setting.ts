import { invariant } from "../invariant.ts";
import type { Setting, Settings } from "./model.ts";

/** A number that the model's own settings declare. */
export function numberOf(settings: Settings, key: string): number {
  const value = settings[key];
  invariant(typeof value === "number", `the setting “${key}” is a number`);
  return value;
}

/** One of the choices that the model's own settings declare. */
export function choiceOf<Key extends string>(
  settings: Settings,
  key: string,
  choices: Readonly<Record<Key, unknown>>,
): Key {
  const value = settings[key];
  invariant(
    typeof value === "string" && Object.hasOwn(choices, value),
    `the setting “${key}” is one of its choices`,
  );
  return value as Key;
}

/** The choices of a setting, from their keys and labels. */
export function choicesOf(
  labels: Readonly<Record<string, string>>,
): readonly { readonly key: string; readonly label: string }[] {
  return Object.entries(labels).map(([key, label]) => ({ key, label }));
}

/** A number that a reader can turn, from the least to the most by steps. */
export function numberSetting(
  key: string,
  label: string,
  unit: string,
  [min, max, step, initial]: readonly [number, number, number, number],
): Setting {
  return { shape: "number", key, label, unit, min, max, step, initial };
}

/** A choice that a reader can make, by keys and labels, with its initial key. */
export function choiceSetting<Key extends string>(
  key: string,
  label: string,
  choices: Readonly<Record<Key, string>>,
  initial: NoInfer<Key>,
): Setting {
  return { shape: "choice", key, label, choices: choicesOf(choices), initial };
}
