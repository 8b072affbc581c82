import type { RelationType } from "./case.schema.ts";
import type { CaseEntry } from "./text-entry.ts";

/** Another case, and how it stands to the one that is looked at. */
export interface RelatedCase {
  readonly type: RelationType;
  /** Whether the other case said it, which matters where a relation has a direction. */
  readonly isBacklink: boolean;
  readonly entry: CaseEntry;
  readonly because: string;
}

/** Every relation in which a case stands, whichever of the two says it; its own first. */
export function relationsOf(slug: string, cases: readonly CaseEntry[]): readonly RelatedCase[] {
  const bySlug = new Map(cases.map((entry) => [entry.matter.slug, entry]));
  const own = (bySlug.get(slug)?.matter.relations ?? []).flatMap(({ type, to, because }) => {
    const entry = bySlug.get(to);
    return entry === undefined ? [] : [{ type, isBacklink: false, entry, because }];
  });
  const told = new Set(own.map(({ entry }) => entry.matter.slug));
  const backlinks = cases
    .filter(({ matter }) => !told.has(matter.slug))
    .flatMap((entry) =>
      entry.matter.relations
        .filter(({ to }) => to === slug)
        .map(({ type, because }) => ({ type, isBacklink: true, entry, because })),
    );
  return [...own, ...backlinks];
}
