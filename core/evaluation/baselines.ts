import type { Agreement, Architecture } from "../architecture/architecture.schema.ts";
import { readFact, valueKey } from "../architecture/reading.ts";
import { pairKey } from "../architecture/subject.ts";
import { betweenness } from "./betweenness.ts";

/** Scores of pairs of components by `pairKey`, the highest first in line. What has no score is never named. */
export type PairScores = ReadonlyMap<string, number>;

/** A way to name pairs that knows nothing of mechanisms: what an engine has to be better than. */
export interface Baseline {
  readonly name: string;
  /** Whether it is given all facts, where an engine has to ask for them. */
  readonly isGivenFacts: boolean;
  readonly scores: (architecture: Architecture) => PairScores;
}

export const BASELINES: readonly Baseline[] = [
  { name: "a pair at random", isGivenFacts: false, scores: everyPairAlike },
  { name: "edge betweenness", isGivenFacts: false, scores: busiestConnections },
  { name: "two busiest components", isGivenFacts: false, scores: busiestComponents },
  { name: "weakest agreement", isGivenFacts: true, scores: weakestAgreements },
];

export function everyPairAlike({ components }: Architecture): PairScores {
  return scorePairs(components, () => 0);
}

/** Pairs by the number of connections that enter or leave their two components. */
export function busiestComponents({ components, connections }: Architecture): PairScores {
  const degree = new Map<string, number>();
  for (const id of connections.flatMap(({ from, to }) => [from, to]))
    degree.set(id, (degree.get(id) ?? 0) + 1);
  return scorePairs(components, (a, b) => (degree.get(a) ?? 0) + (degree.get(b) ?? 0));
}

/** Connected pairs by the share of shortest ways between others that runs over their connection. */
export function busiestConnections({ components, connections }: Architecture): PairScores {
  return betweenness(
    components.map(({ id }) => id),
    connections.filter(({ from, to }) => from !== to).map(({ from, to }) => [from, to]),
  );
}

/** From bad to good. What is not recorded stands between: it says nothing either way. */
const GRADES: Readonly<Record<string, readonly string[]>> = {
  sameObject: ["independent", "derived", "identical"],
  stated: ["nowhere", "docs", "code", "contract"],
  enforced: ["nothing", "convention", "runtime-check", "by-construction"],
  verified: ["never", "at-design", "in-tests", "continuously"],
  overseer: ["nobody", "one-side", "third-party", "both-sides"],
};

/** Agreements by how little holds them, as if all facts about them were simply given: no question was earned. */
export function weakestAgreements({ agreements }: Architecture): PairScores {
  return new Map(agreements.map((agreement) => [pairKey(...agreement.between), weakness(agreement)]));
}

function weakness({ facts }: Agreement): number {
  const grades = Object.entries(GRADES).map(([fact, answers]) => {
    const reading = readFact(facts[fact]);
    const at = reading.kind === "known" ? answers.indexOf(valueKey(reading.value)) : -1;
    return at === -1 ? 0.5 : 1 - at / (answers.length - 1);
  });
  const limits = readFact(facts["limitedTo"]);
  const isLimited = limits.kind === "known" && Array.isArray(limits.value) && limits.value.length > 0;
  return grades.reduce((sum, grade) => sum + grade, isLimited ? 1 : 0);
}

function scorePairs(
  components: Architecture["components"],
  score: (a: string, b: string) => number,
): PairScores {
  return new Map(
    components.flatMap(({ id: a }, i) =>
      components.slice(i + 1).map(({ id: b }) => [pairKey(a, b), score(a, b)] as const),
    ),
  );
}

/** The chance that one of the wanted pairs is among the first `k`, when equal scores are put in any order. */
export function chanceWithin(scores: PairScores, wanted: ReadonlySet<string>, k: number): number {
  let room = k;
  for (const group of groupsOf(scores)) {
    const hits = group.filter((pair) => wanted.has(pair)).length;
    if (room >= group.length) {
      if (hits > 0) return 1;
      room -= group.length;
      continue;
    }
    let missed = 1;
    for (let drawn = 0; drawn < room; drawn += 1)
      missed *= Math.max(0, group.length - hits - drawn) / (group.length - drawn);
    return 1 - missed;
  }
  return 0;
}

function groupsOf(scores: PairScores): readonly (readonly string[])[] {
  const groups = Map.groupBy(scores.keys(), (pair) => Math.round((scores.get(pair) ?? 0) * 1e9));
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}
