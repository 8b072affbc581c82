import type { Incident } from "../architecture/incident.schema.ts";
import { pairKey } from "../architecture/subject.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { ablations, type Ablation } from "./ablation.ts";
import { BASELINES, chanceWithin, type Baseline } from "./baselines.ts";
import { seededRandom } from "../simulation/random.ts";
import { figuresOf, judgeIncident, type Figures } from "./figures.ts";

/** Figures of one way to find seams. A baseline asks nothing, so it has fewer of them. */
export interface ComparedRow {
  readonly name: string;
  readonly rows: Figures["rows"];
}

export interface Comparison {
  readonly incidents: number;
  /** The whole engine first, then with each part switched off. */
  readonly engine: readonly ComparedRow[];
  readonly baselines: readonly ComparedRow[];
}

/** What each part of the engine is worth, and what one gets without an engine, by the same games and seeds. */
export function compare(
  incidents: readonly Incident[],
  catalogue: readonly Mechanism[],
  seed: number,
): Comparison {
  return {
    incidents: incidents.length,
    engine: ablations(catalogue).map((ablation) => judgedWith(ablation, incidents, seed)),
    baselines: BASELINES.map((baseline) => namedBy(baseline, incidents)),
  };
}

function judgedWith(
  { name, catalogue, chooser }: Ablation,
  incidents: readonly Incident[],
  seed: number,
): ComparedRow {
  const each = incidents.map((incident, i) =>
    judgeIncident(
      incident,
      catalogue,
      seed + i,
      chooser === undefined ? {} : { choose: chooser(seededRandom(seed + i)) },
    ),
  );
  return { name, rows: figuresOf(each).rows };
}

/** Equal scores are put in any order, so no seed and no disguise is needed: the chances are exact. */
function namedBy({ name, isGivenFacts, scores }: Baseline, incidents: readonly Incident[]): ComparedRow {
  const mean = (k: number, pairsOf: (incident: Incident) => Incident["documented"]["seam"]["between"]) => {
    const chances = incidents.map((incident) =>
      chanceWithin(
        scores(incident.architecture),
        new Set(pairsOf(incident).map((pair) => pairKey(...pair))),
        k,
      ),
    );
    return chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, incidents.length);
  };
  const row = (figure: string, k: number) => ({
    name: figure,
    value: mean(k, ({ documented }) => documented.seam.between.slice(0, 1)),
    accepted: mean(k, ({ documented }) => documented.seam.between),
  });
  return {
    name,
    rows: isGivenFacts ? [row("guided@1", 1)] : [1, 3, 5].map((k) => row(`sketch@${k}`, k)),
  };
}
