import type { Architecture } from "../architecture/architecture.schema.ts";
import { answerLabel } from "../architecture/fact-wording.ts";
import { sketchGraph, type SketchGraph } from "../architecture/sketch-graph.ts";
import { pairKey, type FactAddress, type Pair } from "../architecture/subject.ts";
import type { AgreementFact } from "../architecture/vocabulary.ts";
import { AGREEMENT_EVIDENCE } from "../diagnosis/agreement-evidence.ts";
import { placeOf, probabilityOf, subjectsOf, type Place } from "../diagnosis/belief.ts";
import type { EvidenceRule, Mechanism } from "../diagnosis/mechanism.ts";
import { BASE } from "../diagnosis/weights.ts";
import { agreementQuestion, questionText } from "../diagnosis/wording.ts";
import { answerWords } from "./wording.ts";

/** One thing that moves the engine, by how much, and why. */
export interface Weighing {
  readonly label: string;
  readonly weight: number;
  readonly because: string;
}

export interface WeighedQuestion {
  readonly text: string;
  /** Heaviest for a seam first, heaviest against it last. */
  readonly answers: readonly Weighing[];
}

/** A mechanism shown at a sketch: what its pattern sees there, what it asks, and what it would say. */
export interface MechanismShown {
  readonly seam: Pair;
  readonly invariant: string;
  readonly contradiction: string;
  readonly base: number;
  readonly signs: readonly Weighing[];
  /** How probable a seam is by the drawing alone. */
  readonly probability: number;
  readonly questions: readonly WeighedQuestion[];
}

/** Shows a mechanism at the place that a sketch draws as its seam; null where its pattern does not match there. */
export function describeMechanism(mechanism: Mechanism, sketch: Architecture): MechanismShown | null {
  const graph = sketchGraph(sketch);
  const [seam] = sketch.agreements;
  const match = mechanism
    .propose(graph)
    .find(({ between }) => seam !== undefined && pairKey(...between) === pairKey(...seam.between));
  if (match === undefined) return null;
  const place = placeOf(mechanism, match);
  return {
    seam: match.between,
    ...mechanism.word(match, graph),
    base: BASE,
    signs: match.signs.map(({ weight, because }) => ({ label: "", weight, because })),
    probability: probabilityOf(match.signs.reduce((sum, { weight }) => sum + weight, BASE)),
    questions: mechanism.evidence.flatMap((rule) => questionAt(rule, place, graph) ?? []),
  };
}

/** What is asked of every pair, whatever the mechanism. */
export function agreementQuestions(): readonly WeighedQuestion[] {
  return AGREEMENT_EVIDENCE.map((rule) => ({
    text: agreementQuestion(rule.fact as AgreementFact, "one side", "the other"),
    answers: weighings(rule, (key) => AGREEMENT_LABELS[key] ?? answerLabel(rule.fact, key)),
  }));
}

const AGREEMENT_LABELS: Readonly<Record<string, string>> = {
  unlimited: "It was shown without limits",
  limited: "It was shown only under some conditions",
};

function questionAt(rule: EvidenceRule, place: Place, graph: SketchGraph): WeighedQuestion | null {
  const [about] = subjectsOf(rule, place);
  if (about === undefined) return null;
  const values = rule.imagine?.(place.match) ?? {};
  const labelOf = (key: string) => {
    const value = values[key];
    return value === undefined
      ? answerLabel(rule.fact, key)
      : answerWords(graph.architecture, rule.fact, value);
  };
  return {
    text: questionText(graph, { about, fact: rule.fact } as FactAddress, place.match.between),
    answers: weighings(rule, labelOf),
  };
}

function weighings({ answers }: EvidenceRule, labelOf: (key: string) => string): readonly Weighing[] {
  return Object.entries(answers)
    .map(([key, [weight, because]]) => ({ label: labelOf(key), weight, because }))
    .toSorted((a, b) => b.weight - a.weight);
}
