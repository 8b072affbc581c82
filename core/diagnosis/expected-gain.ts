import type { Reading } from "../architecture/reading.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactName,
  type FactShape,
} from "../architecture/vocabulary.ts";
import { entropyOf, probabilityOf, weighReading, type Belief } from "./belief.ts";
import { AGREEMENT, type EvidenceRule, type Match } from "./mechanism.ts";
import { RULED_OUT } from "./weights.ts";

/** How often people answer "nobody knows", and that two components need not agree at all; the rest is even. */
const CHANCE_UNKNOWN = 0.08;
const CHANCE_RULED_OUT = 0.08;

const SHAPES: Readonly<Record<FactName, FactShape>> = {
  ...COMPONENT_FACTS,
  ...CONNECTION_FACTS,
  ...AGREEMENT_FACTS,
};

/** What the answers that can be imagined would weigh, "nobody knows" last; null where one would weigh nothing. */
interface Prospect {
  readonly weights: readonly (number | null)[];
  readonly canRuleOut: boolean;
  /** What was worked out already, by the odds and by what the part weighs so far. */
  readonly known: Map<number | null, Map<number, number>>;
}

/**
 * Tells what an answer that is still missing is worth to a belief: the expected reduction of its uncertainty in bits,
 * as much as the belief is likely to become a finding. Nobody should be asked ten questions to rule out what was
 * improbable to begin with. Most beliefs of a sketch look alike, so each case is worked out once.
 */
export function expectedGains(): (belief: Belief, rule: number) => number {
  const prospects = new Map<string, Prospect>();
  const ofRules = new Map<EvidenceRule, Prospect>();
  const prospectOf = (rule: EvidenceRule, match: Match) => {
    const weights = imaginedWeights(rule, match);
    const canRuleOut = rule.on === AGREEMENT;
    const key = `${canRuleOut} ${weights.join()}`;
    const prospect = prospects.get(key) ?? { weights, canRuleOut, known: new Map() };
    prospects.set(key, prospect);
    if (rule.classify === undefined) ofRules.set(rule, prospect);
    return prospect;
  };
  return ({ rules, match, weighed, logOdds }, index) => {
    const rule = rules[index];
    if (rule === undefined) return 0;
    const prospect = ofRules.get(rule) ?? prospectOf(rule, match);
    return remembered(prospect, weighed[index]?.weight ?? null, logOdds);
  };
}

function remembered(prospect: Prospect, now: number | null, logOdds: number): number {
  const before = prospect.known.get(now)?.get(logOdds);
  if (before !== undefined) return before;
  const byOdds = prospect.known.get(now) ?? new Map<number, number>();
  prospect.known.set(now, byOdds);
  const gain = probabilityOf(logOdds) * expectedGain(prospect, now, logOdds);
  byOdds.set(logOdds, gain);
  return gain;
}

function imaginedWeights(rule: EvidenceRule, match: Match): readonly (number | null)[] {
  const shape = SHAPES[rule.fact];
  const values = shape.shape === "choice" ? shape.values : Object.values(rule.imagine?.(match) ?? {});
  const readings: readonly Reading[] = [
    ...values.map((value) => ({ kind: "known" as const, value })),
    { kind: "unknown" },
  ];
  return readings.map((reading) => weighReading(rule, match, reading)?.[0] ?? null);
}

/** Expected loss of entropy of one belief. Of a part that several play the heaviest counts, so an answer may change nothing. */
function expectedGain({ weights, canRuleOut }: Prospect, now: number | null, logOdds: number): number {
  const rest = 1 - CHANCE_UNKNOWN - (canRuleOut ? CHANCE_RULED_OUT : 0);
  const outcomes = weights.map((weight, i) => ({
    chance: i === weights.length - 1 ? CHANCE_UNKNOWN : rest / (weights.length - 1),
    shift: (weight === null ? (now ?? 0) : now === null ? weight : Math.max(now, weight)) - (now ?? 0),
  }));
  const all = canRuleOut ? [...outcomes, { chance: CHANCE_RULED_OUT, shift: RULED_OUT }] : outcomes;
  return expectedEntropyLoss(logOdds, all);
}

/**
 * `shift` is how far an answer moves the log-odds. The chance of an answer is tilted by half the shift towards it where
 * there is a seam and away from it where there is none, so that what would confirm is expected of what is likely.
 */
function expectedEntropyLoss(
  logOdds: number,
  outcomes: readonly { readonly chance: number; readonly shift: number }[],
): number {
  const p = probabilityOf(logOdds);
  const withSeam = normalized(outcomes.map(({ chance, shift }) => chance * Math.exp(shift / 2)));
  const without = normalized(outcomes.map(({ chance, shift }) => chance * Math.exp(-shift / 2)));
  const after = outcomes.reduce((sum, { shift }, i) => {
    const chance = p * (withSeam[i] ?? 0) + (1 - p) * (without[i] ?? 0);
    return sum + chance * entropyOf(probabilityOf(logOdds + shift));
  }, 0);
  return Math.max(0, entropyOf(p) - after);
}

function normalized(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
