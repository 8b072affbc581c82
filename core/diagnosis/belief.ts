import type { FactValue } from "../architecture/architecture.schema.ts";
import { MISSING, valueKey, type Reading } from "../architecture/reading.ts";
import { pairOf, subjectKey, type FactAddress, type Pair, type Subject } from "../architecture/subject.ts";
import { UNKNOWN, type FactName } from "../architecture/vocabulary.ts";
import { AGREEMENT_EVIDENCE } from "./agreement-evidence.ts";
import type { Contribution } from "./diagnosis.ts";
import type { FitEvidence } from "./fit-evidence.ts";
import type { HistoryEvidence } from "./history-evidence.ts";
import {
  AGREEMENT,
  type EvidenceRule,
  type Explanation,
  type Match,
  type Sign,
  type Weighed,
} from "./mechanism.ts";
import { BASE, DISPUTED, GUESSED, MARKED, NOBODY_KNOWS, RULED_OUT } from "./weights.ts";

/** Everything that was answered, as the engine may look at it. */
export interface Knowledge {
  readonly read: (about: Subject, fact: FactName) => Reading;
  /** Who is asked, where that is known: nobody is asked again for what they guessed themselves. */
  readonly asking?: string | undefined;
  readonly isSetAside: (address: FactAddress) => boolean;
  /** Somebody who knows both sides said that these two need not agree on anything. */
  readonly isRuledOut: (pair: Pair) => boolean;
  /** A person marked the pair as a seam. */
  readonly isMarked: (pair: Pair) => boolean;
  /** What already happened at the pair. */
  readonly historyOf: HistoryEvidence;
  /** What was recognized of the whole, before any place was looked at. */
  readonly fitOf: FitEvidence;
}

/** Where a seam could be, and how it would fail: what the drawn structure alone says. */
export interface Place {
  readonly explanation: Explanation;
  readonly match: Match;
  readonly pair: Pair;
  /** The agreement of the pair, as what rules look at. */
  readonly agreement: readonly [{ readonly agreement: Pair }];
}

export function placeOf(explanation: Explanation, match: Match): Place {
  const pair = pairOf(...match.between);
  return { explanation, match, pair, agreement: [{ agreement: pair }] };
}

/** A place under belief: its log-odds are the sum of its contributions, and nothing else. */
export interface Belief extends Place {
  readonly logOdds: number;
  readonly rules: readonly EvidenceRule[];
  /** Whether anything that its rules look at was only guessed. */
  readonly hasGuess: boolean;
  /** What each of the rules contributes; null while nothing is known. */
  readonly weighed: readonly (Contribution | null)[];
  readonly contributions: readonly Contribution[];
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

const RULES = new WeakMap<Explanation, readonly EvidenceRule[]>();

export function rulesOf(explanation: Explanation): readonly EvidenceRule[] {
  const { evidence, agreementEvidence = AGREEMENT_EVIDENCE } = explanation;
  const rules = RULES.get(explanation) ?? [...evidence, ...agreementEvidence];
  RULES.set(explanation, rules);
  return rules;
}

/** The elements whose fact a rule looks at in a place. */
export function subjectsOf(rule: EvidenceRule, { match, agreement }: Place): readonly Subject[] {
  return rule.on === AGREEMENT ? agreement : (match.parts[rule.on] ?? []);
}

const GUARDED: Contribution = {
  source: "base",
  weight: BASE,
  because: "most places of this shape are guarded",
  elements: [],
};

export function believe(place: Place, knowledge: Knowledge): Belief {
  const { explanation, match, pair, agreement } = place;
  const rules = rulesOf(explanation);
  let hasGuess = false;
  const weighed = rules.map((rule) =>
    weigh(rule, place, (about, fact) => {
      const reading = knowledge.read(about, fact);
      if (reading.kind === "guessed") hasGuess = true;
      return reading;
    }),
  );
  const said = [
    ...weighed.filter((one) => one !== null),
    ...knowledge.historyOf(pair),
    ...knowledge.fitOf(explanation.zone),
    ...personalContributions(pair, knowledge),
  ];
  const sum = (from: number, all: readonly { readonly weight: number }[]) =>
    all.reduce((total, { weight }) => total + weight, from);
  return {
    explanation,
    match,
    pair,
    agreement,
    rules,
    hasGuess,
    weighed,
    logOdds: sum(sum(BASE, match.signs), said),
    get contributions() {
      return [GUARDED, ...match.signs.map(structural), ...said];
    },
  };
}

function structural({ weight, because, elements }: Sign): Contribution {
  return { source: "structure", weight, because, elements };
}

function personalContributions(pair: Pair, knowledge: Knowledge): readonly Contribution[] {
  const about = { agreement: pair };
  return [
    ...(knowledge.isMarked(pair)
      ? [
          {
            source: "agreement" as const,
            weight: MARKED,
            because: "somebody marked a seam here",
            elements: [about],
          },
        ]
      : []),
    ...(knowledge.isRuledOut(pair)
      ? [
          {
            source: "agreement" as const,
            weight: RULED_OUT,
            because: "somebody said that these two need not agree on anything",
            elements: [about],
          },
        ]
      : []),
  ];
}

/** The contribution of one rule: of all elements that play the part, those that weigh most. Null while nothing is known. */
function weigh(rule: EvidenceRule, place: Place, read: Knowledge["read"]): Contribution | null {
  let heaviest: { weighed: Weighed; elements: Subject[] } | null = null;
  for (const subject of subjectsOf(rule, place)) {
    const weighed = weighReading(rule, place.match, read(subject, rule.fact));
    if (weighed === null) continue;
    if (heaviest === null || weighed[0] > heaviest.weighed[0]) heaviest = { weighed, elements: [subject] };
    else if (weighed[0] === heaviest.weighed[0]) heaviest.elements.push(subject);
  }
  if (heaviest === null) return null;
  const { weighed, elements } = heaviest;
  const source = rule.on === AGREEMENT ? "agreement" : "fact";
  return { source, weight: weighed[0], because: weighed[1], elements, fact: rule.fact };
}

/** What a rule weighs without one element: what is left when that is answered anew. Null where nothing is left. */
export function weightWithout(rule: EvidenceRule, place: Place, without: Subject, read: Knowledge["read"]) {
  const left = subjectKey(without);
  const others: Knowledge["read"] = (about, fact) =>
    subjectKey(about) === left ? MISSING : read(about, fact);
  return weigh(rule, place, others)?.weight ?? null;
}

export function weighReading(rule: EvidenceRule, match: Match, reading: Reading): Weighed | null {
  switch (reading.kind) {
    case "missing":
      return null;
    case "disputed":
      return [DISPUTED, `people answered differently: ${reading.values.map(valueKey).join(" and ")}`];
    case "unknown":
      return (
        rule.answers[UNKNOWN] ?? [NOBODY_KNOWS, "nobody knows, so nobody can have relied on it knowingly"]
      );
    case "known": {
      const key = rule.classify?.(reading.value, match) ?? valueKey(reading.value);
      return rule.answers[key] ?? null;
    }
    case "guessed":
      return weighGuess(rule, match, reading.values);
  }
}

function weighGuess(rule: EvidenceRule, match: Match, values: readonly FactValue[]): Weighed | null {
  const weighed = weighConfirmed(rule, match, values);
  return weighed === null ? null : [weighed[0] * GUESSED, `${weighed[1]} (a guess that nobody confirmed)`];
}

/** What a guess would weigh as an answer. Guesses that differ say nothing. */
export function weighConfirmed(
  rule: EvidenceRule,
  match: Match,
  values: readonly FactValue[],
): Weighed | null {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) return null;
  return weighReading(rule, match, { kind: "known", value });
}

export function elementsOf({ contributions }: Belief): readonly Subject[] {
  const all = contributions.flatMap(({ elements }) => elements);
  return [...new Map(all.map((subject) => [subjectKey(subject), subject])).values()];
}
