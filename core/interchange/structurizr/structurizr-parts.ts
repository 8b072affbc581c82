import type { DslElement, DslRelationship } from "./structurizr-model.ts";

/**
 * Relationships that end at an element with parts say the same as those between the parts, where there are such. Where
 * there are none, the element itself is what is drawn: then it is a component, inside the boundary that it is, too.
 */
export function onlyDrawnFromOutside(relationships: readonly DslRelationship[]): {
  readonly alsoComponents: ReadonlySet<DslElement>;
  readonly implied: ReadonlySet<DslRelationship>;
} {
  const finer = finerEnds(relationships);
  const implied = new Set<DslRelationship>();
  const alsoComponents = new Set<DslElement>();
  for (const relationship of relationships) {
    const { from, to } = relationship;
    const ends = [from, to].filter(({ hasParts }) => hasParts);
    if (ends.length > 0 && finer.get(from)?.has(to) === true) implied.add(relationship);
    else for (const end of ends) alsoComponents.add(end);
  }
  return { alsoComponents, implied };
}

/** What is joined by way of its parts. */
function finerEnds(
  relationships: readonly DslRelationship[],
): ReadonlyMap<DslElement, ReadonlySet<DslElement>> {
  const finer = new Map<DslElement, Set<DslElement>>();
  const add = (source: DslElement, target: DslElement) => {
    finer.set(source, (finer.get(source) ?? new Set()).add(target));
  };
  for (const { from, to } of relationships)
    for (const source of withAncestors(from))
      for (const target of withAncestors(to)) if (source !== from || target !== to) add(source, target);
  return finer;
}

function withAncestors(element: DslElement): readonly DslElement[] {
  const all: DslElement[] = [];
  for (let at: DslElement | null = element; at !== null && all.length < 10; at = at.parent) all.push(at);
  return all;
}
