import { valueKey, type Reading } from "../architecture/reading.ts";
import { pairOf, subjectKey, type Pair, type Subject } from "../architecture/subject.ts";
import { UNKNOWN, type FactName } from "../architecture/vocabulary.ts";
import { AGREEMENT_EVIDENCE } from "./agreement-evidence.ts";
import type { Contribution } from "./diagnosis.ts";
import type { HistoryEvidence } from "./history-evidence.ts";
import { AGREEMENT, type EvidenceRule, type Explanation, type Match, type Weighed } from "./mechanism.ts";
import { BASE, DISPUTED, MARKED, NOBODY_KNOWS, RULED_OUT } from "./weights.ts";

/** Everything that was answered, as the engine may look at it. */
export interface Knowledge {
  readonly read: (about: Subject, fact: FactName) => Reading;
  /** Somebody who knows both sides said that these two need not agree on anything. */
  readonly isRuledOut: (pair: Pair) => boolean;
  /** A person marked the pair as a seam. */
  readonly isMarked: (pair: Pair) => boolean;
  /** What already happened at the pair. */
  readonly historyOf: HistoryEvidence;
}

/** A match under belief: its log-odds are the sum of its contributions, and nothing else. */
export interface Belief {
  readonly explanation: Explanation;
  readonly match: Match;
  readonly pair: Pair;
  readonly contributions: readonly Contribution[];
  readonly logOdds: number;
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Uncertainty of a yes/no matter in bits; 1 at even odds, 0 when it is settled. */
export function entropyOf(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  const q = 1 - probability;
  return -(probability * Math.log2(probability) + q * Math.log2(q));
}

export function rulesOf({
  evidence,
  agreementEvidence = AGREEMENT_EVIDENCE,
}: Explanation): readonly EvidenceRule[] {
  return [...evidence, ...agreementEvidence];
}

/** The elements whose fact a rule looks at in a match. */
export function subjectsOf(rule: EvidenceRule, match: Match): readonly Subject[] {
  return rule.on === AGREEMENT ? [{ agreement: pairOf(...match.between) }] : (match.parts[rule.on] ?? []);
}

export function believe(explanation: Explanation, match: Match, knowledge: Knowledge): Belief {
  const pair = pairOf(...match.between);
  const contributions: Contribution[] = [
    { source: "base", weight: BASE, because: "most places of this shape are guarded", elements: [] },
    ...match.signs.map(({ weight, because, elements }) => ({
      source: "structure" as const,
      weight,
      because,
      elements,
    })),
    ...rulesOf(explanation).flatMap((rule) => weigh(rule, match, knowledge) ?? []),
    ...knowledge.historyOf(pair),
    ...personalContributions(pair, knowledge),
  ];
  return {
    explanation,
    match,
    pair,
    contributions,
    logOdds: contributions.reduce((sum, { weight }) => sum + weight, 0),
  };
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
export function weigh(
  rule: EvidenceRule,
  match: Match,
  knowledge: Pick<Knowledge, "read">,
): Contribution | null {
  let heaviest: { weighed: Weighed; elements: Subject[] } | null = null;
  for (const subject of subjectsOf(rule, match)) {
    const weighed = weighReading(rule, match, knowledge.read(subject, rule.fact));
    if (weighed === null) continue;
    if (heaviest === null || weighed[0] > heaviest.weighed[0]) heaviest = { weighed, elements: [subject] };
    else if (weighed[0] === heaviest.weighed[0]) heaviest.elements.push(subject);
  }
  if (heaviest === null) return null;
  const { weighed, elements } = heaviest;
  const source = rule.on === AGREEMENT ? "agreement" : "fact";
  return { source, weight: weighed[0], because: weighed[1], elements, fact: rule.fact };
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
  }
}

export function elementsOf({ contributions }: Belief): readonly Subject[] {
  const all = contributions.flatMap(({ elements }) => elements);
  return [...new Map(all.map((subject) => [subjectKey(subject), subject])).values()];
}
