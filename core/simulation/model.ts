/** A value of a setting: a number in the unit of the setting, or the key of a choice. */
export type SettingValue = number | string;
export type Settings = Readonly<Record<string, SettingValue>>;

interface NumberSetting {
  readonly shape: "number";
  readonly key: string;
  readonly label: string;
  /** Empty for plain counts. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
}

interface ChoiceSetting {
  readonly shape: "choice";
  readonly key: string;
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly initial: string;
}

/** Something a reader can turn. Every parameter that changes the outcome is one. */
export type Setting = NumberSetting | ChoiceSetting;

/** One way to build it, as settings that differ from the initial ones. Two policies stand side by side on one seed. */
export interface Policy {
  readonly key: string;
  /** Begins with a capital, as do the labels of settings, choices and outcomes: they stand alone and begin lines. */
  readonly label: string;
  /** What it does, in a sentence. */
  readonly says: string;
  readonly settings: Settings;
}

/** The stated formula of a model, with the numbers of these settings in it. */
export interface Condition {
  /** For instance "backlog ≤ capacity × timeout". */
  readonly formula: string;
  /** For instance "20,000 ≤ 500/s × 5 s = 2,500". */
  readonly filledIn: string;
  readonly holds: boolean;
  /** Where there are several ways to be safe: one that holds is enough. */
  readonly anyOf?: readonly Condition[];
}

/** From (inclusive) to (exclusive), in the time unit of the run. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How the checked invariant stood over a stretch of time. */
export interface StripPiece extends Interval {
  readonly state: "holds" | "broken";
}

interface RunCommon {
  /** Whole units of time; a run never depends on the machine it is made on. */
  readonly duration: number;
  /** A run may also sweep a load, in requests a second, in the place of time. */
  readonly unit: "s" | "ms" | "step" | "/s";
  /** The invariant that the strip shows, as a sentence. */
  readonly invariant: string;
  /** Without gaps from 0 to the duration. */
  readonly strip: readonly StripPiece[];
  /** Stretches to be shaded, such as the trigger. */
  readonly shaded: readonly (Interval & { readonly label: string })[];
  /** What happened, in one or two sentences: the text alternative of the drawing. */
  readonly summary: string;
  /** The figures at the end, in a fixed order that all policies of a model share. */
  readonly outcome: readonly { readonly label: string; readonly value: string }[];
}

export interface Line {
  readonly key: string;
  readonly label: string;
  /** One value for each of the run's times. */
  readonly values: readonly number[];
}

export interface Panel {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  readonly lines: readonly Line[];
  /** Levels to be drawn across, such as capacity × timeout. */
  readonly levels: readonly { readonly label: string; readonly value: number }[];
}

/** Quantities over time. */
export interface SeriesRun extends RunCommon {
  readonly kind: "series";
  /** Ascending, the same for all lines; at most 600. */
  readonly times: readonly number[];
  readonly panels: readonly Panel[];
}

export type Tone = "plain" | "good" | "bad";

/** Operations of a few participants, message by message. At most 5 lanes and 16 messages. */
export interface LanesRun extends RunCommon {
  readonly kind: "lanes";
  readonly lanes: readonly { readonly key: string; readonly label: string }[];
  /** What a participant is busy with. */
  readonly spans: readonly (Interval & {
    readonly lane: string;
    readonly label: string;
    readonly tone: Tone;
  })[];
  readonly messages: readonly Message[];
  /** What a participant holds from this moment on: a value, a hash, a role. */
  readonly states: readonly {
    readonly lane: string;
    readonly at: number;
    readonly value: string;
    readonly tone: Tone;
  }[];
  /** The run told moment by moment, for stepping and for the data table. */
  readonly moments: readonly { readonly at: number; readonly text: string }[];
}

export interface Message {
  readonly from: string;
  readonly sent: number;
  readonly to: string;
  /** Null where it never arrives. */
  readonly received: number | null;
  readonly label: string;
}

export type Run = SeriesRun | LanesRun;

/**
 * A seeded model. Pure: the same settings and seed give the same run everywhere, because time is counted in whole
 * units and chance comes from the seed alone.
 */
export interface Model {
  readonly key: string;
  readonly title: string;
  /** What a reader can find out with it. */
  readonly question: string;
  /** What the model leaves out, and what it takes for granted. */
  readonly assumptions: readonly string[];
  readonly settings: readonly Setting[];
  /** The first one collapses, the second holds: these two are shown unless a text asks for others. */
  readonly policies: readonly Policy[];
  readonly seed: number;
  readonly condition: (settings: Settings) => Condition;
  readonly run: (settings: Settings, seed: number) => Run;
}

/** The settings of a policy with everything that it leaves out filled in. */
export function settingsOf(model: Pick<Model, "settings">, policy: Pick<Policy, "settings">): Settings {
  const initial = Object.fromEntries(model.settings.map(({ key, initial }) => [key, initial]));
  return { ...initial, ...policy.settings };
}
