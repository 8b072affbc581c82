import type { FactValue } from "../architecture/architecture.schema.ts";
import type { Reading } from "../architecture/reading.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { factKey, pairKey, subjectKey, type FactAddress } from "../architecture/subject.ts";
import { UNKNOWN } from "../architecture/vocabulary.ts";
import { believe, probabilityOf, subjectsOf, type Belief, type Knowledge } from "./belief.ts";
import type { VerdictChange } from "./diagnosis.ts";
import type { EvidenceRule } from "./mechanism.ts";
import { isWorthPutting } from "./open-questions.ts";
import type { Ranking } from "./ranking.ts";
import { LIKELY } from "./thresholds.ts";
import { NOBODY_KNOWS } from "./weights.ts";
import { answerText, questionOf, shapeOf } from "./wording.ts";

/** Nobody reads more. */
const FEW = 3;

/** What the verdict rests on. */
interface Standing {
  readonly graph: SketchGraph;
  readonly knowledge: Knowledge;
  readonly beliefs: readonly Belief[];
  readonly ranking: Ranking;
  /** What is to be expected of a question, in bits. */
  readonly information: (address: FactAddress) => number;
}

/**
 * The few questions, open or set aside, of which one answer alone would make a seam of a candidate. Those of the most
 * probable candidates come first, and a second one about the same two components only where there is room left. The
 * walk ends with the third, so that it stays short on a sketch of any size.
 */
export function wouldChange(standing: Standing): readonly VerdictChange[] {
  const { ranking, beliefs, knowledge } = standing;
  const firsts: VerdictChange[] = [];
  const others: VerdictChange[] = [];
  const said = new Set<string>();
  const pairs = new Set<string>();
  for (const place of ranking) {
    const belief = beliefs[place];
    if (belief === undefined || knowledge.isRuledOut(belief.pair)) continue;
    for (const change of changesAt(standing, belief)) {
      const key = factKey(change.question);
      if (said.has(key)) continue;
      said.add(key);
      const pair = pairKey(...change.between);
      (pairs.has(pair) ? others : firsts).push(change);
      pairs.add(pair);
    }
    if (firsts.length >= FEW) break;
  }
  return [...firsts, ...others].slice(0, FEW);
}

/** What would lift one candidate, the heaviest answer first. */
function changesAt(standing: Standing, belief: Belief): readonly VerdictChange[] {
  return belief.rules
    .flatMap((rule, i) => {
      const now = belief.weighed[i]?.weight ?? 0;
      if (probabilityOf(belief.logOdds + heaviestOf(rule) - now) < LIKELY - ROUNDING) return [];
      return subjectsOf(rule, belief).flatMap((about) =>
        changeBy(standing, belief, rule, { about, fact: rule.fact } as FactAddress),
      );
    })
    .toSorted((a, b) => b.probability - a.probability);
}

/** Sums of the same weights in another order differ by less; what passes is believed anew, and then exact. */
const ROUNDING = 1e-9;

const HEAVIEST = new WeakMap<EvidenceRule, number>();

function heaviestOf(rule: EvidenceRule): number {
  const known = HEAVIEST.get(rule) ?? Math.max(NOBODY_KNOWS, ...Object.values(rule.answers).map(([w]) => w));
  HEAVIEST.set(rule, known);
  return known;
}

/** The answers to one question that would do it: each is imagined, and the place believed anew. */
function changeBy(
  { graph, knowledge, information }: Standing,
  belief: Belief,
  rule: EvidenceRule,
  address: FactAddress,
): readonly VerdictChange[] {
  if (!isWorthPutting(address, knowledge)) return [];
  const answers = [...imaginable(rule, belief, address), UNKNOWN]
    .map((value) => {
      const { logOdds } = believe(belief, imagining(knowledge, address, value));
      return { value, probability: probabilityOf(logOdds) };
    })
    .filter(({ probability }) => probability >= LIKELY)
    .toSorted((a, b) => b.probability - a.probability);
  const [first] = answers;
  if (first === undefined) return [];
  const touches = [{ belief, rule }];
  return [
    {
      question: questionOf(graph, { address, touches, information: information(address) }),
      isSetAside: knowledge.isSetAside(address),
      answers: answers.map(({ value }) => ({ value, label: answerText(graph, address, value) })),
      between: belief.pair,
      mechanism: belief.explanation.key,
      title: belief.explanation.title,
      probability: first.probability,
    },
  ];
}

function imaginable(rule: EvidenceRule, { match }: Belief, address: FactAddress): readonly FactValue[] {
  const shape = shapeOf(address);
  return shape.shape === "choice" ? shape.values : Object.values(rule.imagine?.(match) ?? {});
}

function imagining(knowledge: Knowledge, { about, fact }: FactAddress, value: FactValue): Knowledge {
  const reading: Reading = value === UNKNOWN ? { kind: "unknown" } : { kind: "known", value };
  const subject = subjectKey(about);
  return {
    ...knowledge,
    read: (other, name) =>
      name === fact && subjectKey(other) === subject ? reading : knowledge.read(other, name),
  };
}
