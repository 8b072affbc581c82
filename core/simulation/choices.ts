import { invariant } from "../invariant.ts";
import type { Setting, Settings } from "./model.ts";
import { choiceIn } from "./settings-values.ts";

/** What can be chosen, by key, with the label of each. */
export type Choices<Key extends string> = Readonly<Record<Key, string>>;

/** A choice that can be set, with its initial key. */
export function choiceSetting<Key extends string>(
  key: string,
  label: string,
  choices: Choices<Key>,
  initial: NoInfer<Key>,
): Setting {
  const listed = Object.entries<string>(choices).map(([key, label]) => ({ key, label }));
  return { shape: "choice", key, label, choices: listed, initial };
}

/** The choice that is set, as one of those that there are. */
export function chosenIn<Key extends string>(settings: Settings, key: string, choices: Choices<Key>): Key {
  const chosen = choiceIn(settings, key);
  invariant(Object.hasOwn(choices, chosen), `${key} is set to one of its choices`);
  return chosen as Key;
}
