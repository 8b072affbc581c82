import type { WalkStep } from "#core/architecture/walk.ts";
import { parseIncident, type Incident } from "#core/architecture/incident.schema.ts";
import { invariant } from "#core/invariant.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import type { Move } from "#core/series/move.schema.ts";
import { incidents, moves, walks } from "#content/generated/case-files.ts";
import { cases } from "#content/generated/cases.ts";

export interface PublishedCase {
  readonly entry: CaseEntry;
  readonly incident: Incident;
  readonly walk: readonly WalkStep[];
  readonly move: Move;
}

/** One published case with the incident file it reads, or null where the address names none. */
export function findCase(slug: string): PublishedCase | null {
  const entry = cases.find(({ matter }) => matter.slug === slug);
  if (entry === undefined) return null;
  const incident = parseIncident(incidents[slug]);
  const move = moves[slug];
  invariant(
    incident.ok && move !== undefined,
    `the files of ${slug} were checked when the content was compiled`,
  );
  return { entry, incident: incident.value, walk: walks[slug] ?? [], move };
}

export function caseParams(): { slug: string }[] {
  return cases.map(({ matter }) => ({ slug: matter.slug }));
}
