import type { Incident } from "../architecture/incident.schema.ts";
import { invariant } from "../invariant.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import { diagnose, type DiagnoseOptions } from "../diagnosis/diagnose.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { disguise } from "./disguise.ts";
import { seededRandom } from "../simulation/random.ts";
import { isHealthy, MOST_QUESTIONS, playGuided, rankedPairs, repaired, sketchOf } from "./games.ts";

/** Below this a question told nothing worth a person's time, in bits. */
const WASTE = 0.02;

/** How one incident went. Places count from 1; 0 means that the pair was never proposed. */
export interface IncidentFigures {
  readonly id: string;
  readonly sketchPlace: number;
  readonly sketchPlaceAccepted: number;
  readonly guidedPlace: number;
  readonly guidedPlaceAccepted: number;
  readonly zone: boolean;
  readonly mechanism: boolean;
  readonly questions: number;
  readonly questionsAccepted: number;
  readonly asked: number;
  /** Questions that did not lower the entropy, be it that the answer raised it, and those that moved it neither way. */
  readonly wasted: number;
  readonly unmoved: number;
  readonly repaired: boolean;
  readonly healthy: number;
  readonly healthyOf: number;
  readonly likelyOnSketch: number;
  readonly likelyAtEnd: number;
}

/** Plays all games of one incident, after renaming every id at random and shuffling every list by the seed. */
export function judgeIncident(
  incident: Incident,
  catalogue: readonly Mechanism[],
  seed: number,
  how: Pick<DiagnoseOptions, "choose"> = {},
): IncidentFigures {
  const { architecture, documented } = disguise(incident, seededRandom(seed));
  const accepted = documented.seam.between;
  const pair = accepted[0];
  invariant(pair !== undefined, "the schema asks for at least one documented pair");
  const onSketch = diagnose(sketchOf(architecture), catalogue).candidates;
  const { asked, end } = playGuided(architecture, catalogue, how);
  const full = diagnose(architecture, catalogue).candidates;
  const mended = diagnose(repaired(architecture, accepted), catalogue).candidates;
  const healthy = architecture.agreements.filter(isHealthy);
  const [first] = end.candidates;
  const firsts = asked.map((question) => question.first);
  return {
    id: incident.id,
    sketchPlace: placeOf(onSketch, [pair]),
    sketchPlaceAccepted: placeOf(onSketch, accepted),
    guidedPlace: placeOf(end.candidates, [pair]),
    guidedPlaceAccepted: placeOf(end.candidates, accepted),
    zone: first?.zone === documented.zone,
    mechanism: first?.mechanism === documented.mechanism,
    questions: settledAfter(firsts, onSketch[0]?.between ?? null, [pair]),
    questionsAccepted: settledAfter(firsts, onSketch[0]?.between ?? null, accepted),
    asked: asked.length,
    wasted: asked.filter(({ entropyLoss }) => entropyLoss < WASTE).length,
    unmoved: asked.filter(({ entropyLoss }) => Math.abs(entropyLoss) < WASTE).length,
    repaired: highest(mended, [pair]) < 0.2,
    healthy: healthy.filter(({ between }) => highest(full, [between]) < 0.3).length,
    healthyOf: healthy.length,
    likelyOnSketch: likelyPairs(onSketch),
    likelyAtEnd: likelyPairs(end.candidates),
  };
}

function placeOf(candidates: readonly Candidate[], pairs: readonly Pair[]): number {
  const keys = new Set(pairs.map((pair) => pairKey(...pair)));
  return rankedPairs(candidates).findIndex((key) => keys.has(key)) + 1;
}

function highest(candidates: readonly Candidate[], pairs: readonly Pair[]): number {
  const keys = new Set(pairs.map((pair) => pairKey(...pair)));
  return Math.max(
    0,
    ...candidates.filter(({ between }) => keys.has(pairKey(...between))).map((c) => c.probability),
  );
}

function likelyPairs(candidates: readonly Candidate[]): number {
  return rankedPairs(candidates.filter(({ probability }) => probability >= 0.5)).length;
}

/** After how many questions one of the pairs is first and stays first; the most that are asked where none ever is. */
function settledAfter(firsts: readonly (Pair | null)[], start: Pair | null, pairs: readonly Pair[]): number {
  const keys = new Set(pairs.map((pair) => pairKey(...pair)));
  const isRight = [start, ...firsts].map((pair) => pair !== null && keys.has(pairKey(...pair)));
  const lastWrong = isRight.lastIndexOf(false);
  return lastWrong === isRight.length - 1 ? MOST_QUESTIONS : lastWrong + 1;
}

/** The figures over a set of incidents, as `incidents/EVALUATION.md` of the corpus defines them. */
export interface Figures {
  readonly incidents: number;
  readonly rows: readonly { readonly name: string; readonly value: number; readonly accepted?: number }[];
  readonly each: readonly IncidentFigures[];
}

export function figuresOf(each: readonly IncidentFigures[]): Figures {
  const share = shareOf(each);
  const ratio = (part: CountOf, whole: CountOf) => totalOf(each, part) / Math.max(1, totalOf(each, whole));
  return {
    incidents: each.length,
    rows: [
      ...placeRows(each),
      { name: "zone", value: share((f) => f.zone) },
      { name: "mechanism", value: share((f) => f.mechanism) },
      {
        name: "questions",
        value: median(each.map((f) => f.questions)),
        accepted: median(each.map((f) => f.questionsAccepted)),
      },
      {
        name: "wasted",
        value: ratio(
          (f) => f.wasted,
          (f) => f.asked,
        ),
      },
      {
        name: "unmoved",
        value: ratio(
          (f) => f.unmoved,
          (f) => f.asked,
        ),
      },
      { name: "repaired", value: share((f) => f.repaired) },
      {
        name: "healthy",
        value: ratio(
          (f) => f.healthy,
          (f) => f.healthyOf,
        ),
      },
    ],
    each,
  };
}

function placeRows(each: readonly IncidentFigures[]): Figures["rows"] {
  const share = shareOf(each);
  const within = (place: number, k: number) => place >= 1 && place <= k;
  const sketch = [1, 3, 5].map((k) => ({
    name: `sketch@${k}`,
    value: share((f) => within(f.sketchPlace, k)),
    accepted: share((f) => within(f.sketchPlaceAccepted, k)),
  }));
  const guided = {
    name: "guided@1",
    value: share((f) => f.guidedPlace === 1),
    accepted: share((f) => f.guidedPlaceAccepted === 1),
  };
  return [...sketch, guided];
}

function shareOf(each: readonly IncidentFigures[]): (holds: (figures: IncidentFigures) => boolean) => number {
  return (holds) => each.filter(holds).length / Math.max(1, each.length);
}

type CountOf = (figures: IncidentFigures) => number;

function totalOf(each: readonly IncidentFigures[], count: CountOf): number {
  return each.reduce((sum, figures) => sum + count(figures), 0);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}
