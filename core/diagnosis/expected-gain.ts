import type { FactValue } from "../architecture/architecture.schema.ts";
import { valueKey, type Reading } from "../architecture/reading.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactName,
  type FactShape,
} from "../architecture/vocabulary.ts";
import { weighReading, type Belief } from "./belief.ts";
import { AGREEMENT, type EvidenceRule, type Match } from "./mechanism.ts";
import { normalized, statesOf, uncertaintyOf } from "./uncertainty.ts";
import { RULED_OUT } from "./weights.ts";

/** How often people answer "nobody knows", and that two components need not agree at all; the rest is even. */
const CHANCE_UNKNOWN = 0.08;
const CHANCE_RULED_OUT = 0.08;

/** So much likelier is the answer that was guessed. */
const AS_GUESSED = 4;

/** What holds for one of several that play a part mostly holds for the next: so much likelier is the same answer again. */
const ALIKE = 4;

const SHAPES: Readonly<Record<FactName, FactShape>> = {
  ...COMPONENT_FACTS,
  ...CONNECTION_FACTS,
  ...AGREEMENT_FACTS,
};

/** Where one answer bears on the explanations of a pair: the number of the explanation, and that of its rule. */
export interface Stake {
  readonly rival: number;
  readonly rule: number;
  readonly guess?: StakedGuess | undefined;
}

/** A guess that the answer takes the place of. */
export interface StakedGuess {
  /** What the rule weighs by everything else; null where nothing else is known. */
  readonly besides: number | null;
  /** What the guess would weigh as an answer; null where that is nothing, or guesses differ. */
  readonly confirmed: number | null;
}

/** What an answer that is still missing is worth to the pair that these explain, in GRAINS. */
export type Gain = (rivals: readonly Belief[]) => (stakes: readonly Stake[]) => number;

/** Parts of a bit. Whole numbers add up to the same sum in any order, so what a question is worth can be kept up to date. */
export const GRAINS = 2 ** 32;

/** What the answers that can be imagined would weigh for one rule, "nobody knows" last; null where one weighs nothing. */
interface Prospect {
  /** The same for equal weights. */
  readonly id: number;
  readonly weights: readonly (number | null)[];
}

/** One rule that the answer moves: what it weighs so far, and what it may come to weigh. */
interface Weighing {
  readonly rival: number;
  readonly now: number | null;
  readonly guess: StakedGuess | undefined;
  readonly prospect: Prospect;
}

/** An answer that can be imagined: how often it is to be expected, and how far it moves each of the rivals. */
interface Outcome {
  readonly chance: number;
  readonly shifts: readonly number[];
}

/**
 * Tells what an answer is worth to a pair: the expected reduction of its uncertainty, as much as the pair is likely to
 * become a finding. Nobody should be asked ten questions to rule out what was improbable to begin with.
 * Most pairs of a sketch look alike, so each case is worked out once.
 */
export function expectedGains(): Gain {
  const known = new Map<string, number>();
  const prospectsOf = prospects();
  return (rivals) => {
    const odds = rivals.map(({ logOdds }) => logOdds);
    const oddsKey = odds.join();
    return (stakes) => {
      const rules = stakes.flatMap(({ rival, rule }) => ruleAt(rivals[rival], rule) ?? []);
      const ofRules = prospectsOf(rules);
      const canRuleOut = rules[0]?.rule.on === AGREEMENT;
      let key = `${canRuleOut ? "a" : "f"}${oddsKey}`;
      const weighings: Weighing[] = [];
      stakes.forEach(({ rival, rule, guess }, i) => {
        const prospect = ofRules[i];
        if (prospect === undefined) return;
        const now = rivals[rival]?.weighed[rule]?.weight ?? null;
        weighings.push({ rival, now, guess, prospect });
        key += ` ${rival}:${now}:${prospect.id}`;
        if (guess !== undefined) key += `:${guess.besides}:${guess.confirmed}`;
      });
      const before = known.get(key);
      if (before !== undefined) return before;
      const gain = Math.round(GRAINS * expectedGain(odds, outcomesOf(odds, weighings, canRuleOut)));
      known.set(key, gain);
      return gain;
    };
  };
}

interface PlacedRule {
  readonly rule: EvidenceRule;
  readonly match: Match;
}

function ruleAt(belief: Belief | undefined, number: number): PlacedRule | null {
  const rule = belief?.rules[number];
  return belief === undefined || rule === undefined ? null : { rule, match: belief.match };
}

/** The prospects of rules that look at one fact, all of them in the same order of answers. */
function prospects(): (rules: readonly PlacedRule[]) => readonly Prospect[] {
  const ofChoices = new Map<EvidenceRule, Prospect>();
  const known = new Map<string, Prospect>();
  const prospectOf = ({ rule, match }: PlacedRule, readings: readonly Reading[]): Prospect => {
    const weights = readings.map((reading) => weighReading(rule, match, reading)?.[0] ?? null);
    const key = weights.join();
    const prospect = known.get(key) ?? { id: known.size, weights };
    known.set(key, prospect);
    return prospect;
  };
  return (rules) => {
    const [first] = rules;
    if (first === undefined) return [];
    const shape = SHAPES[first.rule.fact];
    if (shape.shape !== "choice") {
      const imagined = rules.flatMap(({ rule, match }) => Object.values(rule.imagine?.(match) ?? {}));
      const readings = readingsOf(imagined);
      return rules.map((placed) => prospectOf(placed, readings));
    }
    return rules.map((placed) => {
      const prospect = ofChoices.get(placed.rule) ?? prospectOf(placed, readingsOf(shape.values));
      ofChoices.set(placed.rule, prospect);
      return prospect;
    });
  };
}

function readingsOf(values: readonly FactValue[]): readonly Reading[] {
  const distinct = new Map(values.map((value) => [valueKey(value), value])).values();
  return [...[...distinct].map((value) => ({ kind: "known" as const, value })), { kind: "unknown" }];
}

function outcomesOf(
  odds: readonly number[],
  weighings: readonly Weighing[],
  canRuleOut: boolean,
): readonly Outcome[] {
  const answers = weighings[0]?.prospect.weights.slice(0, -1) ?? [];
  const likely = answers.map((_, answer) =>
    isGuessed(weighings, answer) ? AS_GUESSED : isAlike(weighings, answer) ? ALIKE : 1,
  );
  const rest = 1 - CHANCE_UNKNOWN - (canRuleOut ? CHANCE_RULED_OUT : 0);
  const chances = [...normalized(likely).map((share) => rest * share), CHANCE_UNKNOWN];
  const outcomes = chances.map((chance, answer) => ({ chance, shifts: shiftsOf(odds, weighings, answer) }));
  const ruledOut = { chance: CHANCE_RULED_OUT, shifts: odds.map(() => RULED_OUT) };
  return canRuleOut ? [...outcomes, ruledOut] : outcomes;
}

/** Whether the answer is one that was already given for another element that plays the same part. */
function isAlike(weighings: readonly Weighing[], answer: number): boolean {
  return weighings.every(({ now, guess, prospect }) => {
    const others = guess === undefined ? now : guess.besides;
    return others !== null && others === prospect.weights[answer];
  });
}

function isGuessed(weighings: readonly Weighing[], answer: number): boolean {
  return weighings.every(
    ({ guess, prospect }) => guess !== undefined && guess.confirmed === prospect.weights[answer],
  );
}

/** How far an answer moves each rival. Of a part that several play the heaviest counts, so it may move nothing. */
function shiftsOf(
  odds: readonly number[],
  weighings: readonly Weighing[],
  answer: number,
): readonly number[] {
  const shifts = odds.map(() => 0);
  for (const { rival, now, guess, prospect } of weighings) {
    const weight = prospect.weights[answer] ?? null;
    if (guess !== undefined)
      shifts[rival] = (shifts[rival] ?? 0) + heavier(guess.besides, weight) - (now ?? 0);
    else if (weight !== null)
      shifts[rival] = (shifts[rival] ?? 0) + (now === null ? weight : Math.max(0, weight - now));
  }
  return shifts;
}

function heavier(a: number | null, b: number | null): number {
  return a === null || b === null ? (a ?? b ?? 0) : Math.max(a, b);
}

/**
 * The chance of an answer is tilted by half its shift towards it where an explanation holds, and away from it where there
 * is no seam, so that what would confirm is expected of what is likely.
 */
function expectedGain(odds: readonly number[], outcomes: readonly Outcome[]): number {
  const states = statesOf(odds);
  const given = states.map((_, state) =>
    normalized(
      outcomes.map(({ chance, shifts }) => {
        const shift = state === 0 ? -Math.max(...shifts) : (shifts[state - 1] ?? 0);
        return chance * Math.exp(shift / 2);
      }),
    ),
  );
  const after = outcomes.reduce((sum, { shifts }, i) => {
    const chance = states.reduce((total, p, state) => total + p * (given[state]?.[i] ?? 0), 0);
    return sum + chance * uncertaintyOf(odds.map((odd, rival) => odd + (shifts[rival] ?? 0)));
  }, 0);
  const seam = 1 - (states[0] ?? 0);
  return seam * Math.max(0, uncertaintyOf(odds) - after);
}
