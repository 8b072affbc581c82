import type { Incident } from "../architecture/incident.schema.ts";
import type { WalkStep } from "../architecture/walk.ts";
import { LAYER_OF_MECHANISM } from "./absent-layers.ts";
import type { Move } from "./move.schema.ts";
import { relationsOf } from "./relations.ts";
import type { CaseEntry } from "./text-entry.ts";

interface Recorded {
  readonly entry: CaseEntry;
  readonly incident: Incident;
  readonly walk: readonly WalkStep[];
  readonly move: Move;
}

/** Everything that a case claims, as one value for machines. The text itself is offered as Markdown. */
export function caseRecord(
  { entry, incident, walk, move }: Recorded,
  cases: readonly CaseEntry[],
  site: string,
) {
  const { matter } = entry;
  const { slug, patterns } = matter;
  const address = `${site}/cases/${slug}`;
  return {
    format: "seamark.case/1",
    address,
    ...matter,
    happened: entry.happened,
    absentLayerKind: LAYER_OF_MECHANISM[matter.mechanism],
    seam: incident.documented.seam,
    sources: entry.citations.flatMap(({ key, number }) =>
      matter.sources.filter((source) => source.key === key).map((source) => ({ number, ...source })),
    ),
    patterns: patterns.map((pattern) => ({ slug: pattern, address: `${site}/patterns/${pattern}` })),
    relations: relationsOf(slug, cases).map(({ type, isBacklink, entry: other, because }) => ({
      type,
      direction: isBacklink ? "from" : "to",
      id: other.matter.id,
      address: `${site}/cases/${other.matter.slug}`,
      because,
    })),
    walk,
    move,
    text: `${address}/case.md`,
    incident: `${address}/incident.json`,
  };
}
