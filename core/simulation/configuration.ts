import type { Result } from "../result.ts";
import {
  settingsOf,
  type Model,
  type Policy,
  type Setting,
  type Settings,
  type SettingValue,
} from "./model.ts";

/** One side of a comparison: a policy, and what is set differently on this side alone. */
export interface SideSetup {
  readonly policy: string;
  readonly settings: Settings;
}

/** Everything that decides what a figure shows. */
export interface Configuration {
  readonly left: SideSetup;
  readonly right: SideSetup;
  /** For both sides; what a policy sets goes before it. */
  readonly settings: Settings;
  readonly seed: number;
}

/**
 * A configuration in words, as it stands in a text or an address. A side is the key of a policy and then `key=value`
 * words; the settings are such words. What is left out is as the model has it.
 */
export interface ConfigurationWords {
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  readonly settings?: string | undefined;
  readonly seed?: string | undefined;
}

export const LARGEST_SEED = 99_999;

/** Refuses, with a sentence for each, whatever the model does not know. */
export function parseConfiguration(
  model: Model,
  words: ConfigurationWords,
): Result<Configuration, readonly string[]> {
  const problems: string[] = [];
  const [first, second] = model.policies;
  const value = {
    left: readSide(model, words.left ?? first?.key ?? "", problems),
    right: readSide(model, words.right ?? second?.key ?? "", problems),
    settings: readSettings(model, splitWords(words.settings ?? ""), problems),
    seed: readSeed(model, words.seed, problems),
  };
  return problems.length === 0 ? { ok: true, value } : { ok: false, error: problems };
}

function splitWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function readSide(model: Model, text: string, problems: string[]): SideSetup {
  const [policy = "", ...words] = splitWords(text);
  if (!model.policies.some(({ key }) => key === policy))
    problems.push(`${model.key} has no policy “${policy}”`);
  return { policy, settings: readSettings(model, words, problems) };
}

function readSettings(model: Model, words: readonly string[], problems: string[]): Settings {
  const settings: Record<string, SettingValue> = {};
  for (const word of words) {
    const [key = "", said = ""] = word.split("=", 2);
    const setting = model.settings.find((each) => each.key === key);
    const value = setting === undefined ? null : readValue(setting, said);
    if (value === null) problems.push(`${model.key} cannot be set to “${word}”`);
    else settings[key] = value;
  }
  return settings;
}

function readValue(setting: Setting, said: string): SettingValue | null {
  if (setting.shape === "choice") return setting.choices.some(({ key }) => key === said) ? said : null;
  const value = said === "" ? NaN : Number(said);
  return value >= setting.min && value <= setting.max ? value : null;
}

function readSeed({ key, seed }: Model, said: string | undefined, problems: string[]): number {
  if (said === undefined) return seed;
  const value = /^\d{1,5}$/.test(said) ? Number(said) : NaN;
  if (!(value <= LARGEST_SEED)) problems.push(`${key} cannot begin with the seed “${said}”`);
  return value;
}

/** The same in words, without what is as the model has it. */
export function wordsOf(model: Model, { left, right, settings, seed }: Configuration): ConfigurationWords {
  const [first, second] = model.policies;
  const leftWords = sideWords(left);
  const rightWords = sideWords(right);
  return {
    left: leftWords === first?.key ? undefined : leftWords,
    right: rightWords === second?.key ? undefined : rightWords,
    settings: Object.keys(settings).length === 0 ? undefined : settingWords(settings),
    seed: seed === model.seed ? undefined : String(seed),
  };
}

function sideWords({ policy, settings }: SideSetup): string {
  return [policy, settingWords(settings)].filter((word) => word !== "").join(" ");
}

function settingWords(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}`)
    .join(" ");
}

export function findPolicy({ policies }: Pick<Model, "policies">, key: string): Policy | undefined {
  return policies.find((policy) => policy.key === key);
}

/** All settings of one side, the more special going before the more general. */
export function settingsOfSide(model: Model, { settings }: Configuration, side: SideSetup): Settings {
  return {
    ...settingsOf(model, { settings }),
    ...findPolicy(model, side.policy)?.settings,
    ...side.settings,
  };
}

/** What some policy of the model decides is set on each side by itself; the rest is the same for both. */
export function isOfOneSide({ policies }: Pick<Model, "policies">, { key }: Setting): boolean {
  return policies.some(({ settings }) => key in settings);
}
