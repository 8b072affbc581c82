import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import type { Mechanism } from "#core/diagnosis/mechanism.ts";
import { invariant } from "#core/invariant.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { describeMechanism, type MechanismShown } from "#core/report/describe-mechanism.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import type { DocumentedIncident } from "#core/series/documented-incident.ts";
import { documented, sketches } from "#content/generated/mechanisms.ts";
import { cases } from "#content/generated/cases.ts";

/** A mechanism with a sketch in which it shows, and where it happened. */
export interface ShownMechanism {
  readonly mechanism: Mechanism;
  readonly sketch: Architecture;
  readonly shown: MechanismShown;
  readonly cases: readonly CaseEntry[];
  /** Those of the corpus that no case reads. */
  readonly incidents: readonly DocumentedIncident[];
}

/** One mechanism of the catalogue, or null where the address names none. */
export function findMechanism(key: string): ShownMechanism | null {
  const mechanism = CATALOGUE.find((each) => each.key === key);
  if (mechanism === undefined) return null;
  const sketch = parseArchitecture(sketches[mechanism.key]);
  invariant(sketch.ok, `the sketch of ${key} was checked when the content was compiled`);
  const shown = describeMechanism(mechanism, sketch.value);
  invariant(shown !== null, `a test holds that ${key} shows in its sketch`);
  const isShown = (each: { readonly mechanism: string }) => each.mechanism === key;
  const told = new Set(cases.map(({ matter }) => matter.incident));
  return {
    mechanism,
    sketch: sketch.value,
    shown,
    cases: cases.filter(({ matter }) => isShown(matter)),
    incidents: documented.filter((incident) => isShown(incident) && !told.has(incident.id)),
  };
}

export function mechanismParams(): { key: string }[] {
  return CATALOGUE.map(({ key }) => ({ key }));
}
