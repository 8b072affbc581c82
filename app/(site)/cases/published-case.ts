import type { WalkStep } from "#core/architecture/walk.ts";
import { parseIncident, type Incident } from "#core/architecture/incident.schema.ts";
import { invariant } from "#core/invariant.ts";
import type { CaseEntry } from "#core/series/case-entry.ts";
import { cases, incidents, walks } from "#content/generated/series.ts";

export interface PublishedCase {
  readonly entry: CaseEntry;
  readonly incident: Incident;
  /** The steps of its walk; none where nobody wrote them yet. */
  readonly walk: readonly WalkStep[];
}

/** One published case with the incident file it reads, or null where the address names none. */
export function findCase(slug: string): PublishedCase | null {
  const entry = cases.find(({ matter }) => matter.slug === slug);
  if (entry === undefined) return null;
  const incident = parseIncident(incidents[slug]);
  invariant(incident.ok, `the incident file of ${slug} was checked when the content was compiled`);
  return { entry, incident: incident.value, walk: walks[slug] ?? [] };
}

export function caseParams(): { slug: string }[] {
  return cases.map(({ matter }) => ({ slug: matter.slug }));
}
