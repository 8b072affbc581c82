import type { FactValue } from "../architecture/architecture.schema.ts";
import type { Reading } from "../architecture/reading.ts";
import { subjectKey, type FactAddress, type Subject } from "../architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactName,
  type FactShape,
} from "../architecture/vocabulary.ts";
import {
  entropyOf,
  probabilityOf,
  rulesOf,
  subjectsOf,
  weigh,
  type Belief,
  type Knowledge,
} from "./belief.ts";
import { AGREEMENT, type EvidenceRule } from "./mechanism.ts";
import { RULED_OUT } from "./weights.ts";

export type AddressKey = `${string}#${FactName}`;

/** A fact that nobody was asked for yet, and everything its answer would move. */
export interface OpenQuestion {
  readonly key: AddressKey;
  readonly address: FactAddress;
  readonly touches: readonly { readonly belief: Belief; readonly rule: EvidenceRule }[];
  /**
   * Expected reduction of the uncertainty over all beliefs, in bits, each belief counting as much as it is likely to
   * become a finding: nobody should be asked ten questions to rule out what was improbable to begin with.
   */
  readonly information: number;
}

/** What to ask of all that is open, those of the most probable beliefs first; null when nothing is worth asking. */
export type ChooseQuestion = (open: readonly OpenQuestion[]) => OpenQuestion | null;

/**
 * Below this a question takes more of a person's time than it gives. As long as nothing is found the bar is low, since
 * nobody should hear "no seam" without having been asked; once a seam is found, only what matters as much is still asked.
 */
export function worthAsking(hasFound: boolean): number {
  return hasFound ? 0.1 : 0.01;
}

/** How often people answer "nobody knows", and that two components need not agree at all; the rest is even. */
const CHANCE_UNKNOWN = 0.08;
const CHANCE_RULED_OUT = 0.08;

/**
 * Facts that mean nothing unless another one has a certain value: nobody is asked how retries are paced before it is
 * known that there are any.
 */
const PRESUPPOSES: Readonly<
  Partial<Record<FactName, { readonly fact: FactName; readonly anyOf: readonly FactValue[] }>>
> = {
  pacing: { fact: "onFailure", anyOf: ["retries", "reconnects", "fails-over"] },
};

const SHAPES: Readonly<Record<FactName, FactShape>> = {
  ...COMPONENT_FACTS,
  ...CONNECTION_FACTS,
  ...AGREEMENT_FACTS,
};

function addressKey(about: Subject, fact: FactName): AddressKey {
  return `${subjectKey(about)}#${fact}`;
}

/** Every fact whose answer could move a belief, in no particular order. */
export function openQuestions(
  beliefs: readonly Belief[],
  knowledge: Knowledge,
  setAside: ReadonlySet<string>,
): readonly OpenQuestion[] {
  const touched = new Map<
    AddressKey,
    { address: FactAddress; touches: { belief: Belief; rule: EvidenceRule }[] }
  >();
  for (const belief of beliefs) {
    if (knowledge.isRuledOut(belief.pair)) continue;
    for (const rule of rulesOf(belief.explanation)) {
      for (const about of subjectsOf(rule, belief.match)) {
        const key = addressKey(about, rule.fact);
        if (setAside.has(key) || !isWorthPutting(about, rule.fact, knowledge)) continue;
        const entry = touched.get(key) ?? { address: { about, fact: rule.fact } as FactAddress, touches: [] };
        entry.touches.push({ belief, rule });
        touched.set(key, entry);
      }
    }
  }
  return [...touched].map(([key, { address, touches }]) => ({
    key,
    address,
    touches,
    information: touches.reduce(
      (sum, { belief, rule }) =>
        sum + probabilityOf(belief.logOdds) * expectedGain(belief, rule, address, knowledge),
      0,
    ),
  }));
}

function isWorthPutting(about: Subject, fact: FactName, knowledge: Knowledge): boolean {
  if (knowledge.read(about, fact).kind !== "missing") return false;
  const presupposed = PRESUPPOSES[fact];
  if (presupposed === undefined) return true;
  const reading = knowledge.read(about, presupposed.fact);
  return reading.kind === "known" && presupposed.anyOf.includes(reading.value);
}

/** The readings an answer could lead to, with how often each is to be expected before anything is known. */
function imaginedReadings(rule: EvidenceRule, belief: Belief): readonly Reading[] {
  const shape = SHAPES[rule.fact];
  const values = shape.shape === "choice" ? shape.values : Object.values(rule.imagine?.(belief.match) ?? {});
  return values.map((value) => ({ kind: "known", value }));
}

/** Expected loss of entropy of one belief when one fact is answered, by the weights that the answers would bring. */
function expectedGain(
  belief: Belief,
  rule: EvidenceRule,
  { about, fact }: FactAddress,
  knowledge: Knowledge,
): number {
  const now = weigh(rule, belief.match, knowledge)?.weight ?? 0;
  const shiftTo = (reading: Reading): number => {
    const read = (subject: Subject, name: FactName) =>
      name === fact && subjectKey(subject) === subjectKey(about) ? reading : knowledge.read(subject, name);
    return (weigh(rule, belief.match, { read })?.weight ?? 0) - now;
  };
  const known = imaginedReadings(rule, belief);
  const canRuleOut = rule.on === AGREEMENT;
  const rest = 1 - CHANCE_UNKNOWN - (canRuleOut ? CHANCE_RULED_OUT : 0);
  const outcomes = [
    ...known.map((reading) => ({ chance: rest / known.length, shift: shiftTo(reading) })),
    { chance: CHANCE_UNKNOWN, shift: shiftTo({ kind: "unknown" }) },
    ...(canRuleOut ? [{ chance: CHANCE_RULED_OUT, shift: RULED_OUT }] : []),
  ];
  return expectedEntropyLoss(belief.logOdds, outcomes);
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
