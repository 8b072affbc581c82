import type { Session } from "#core/document/session.schema.ts";

/** Two sessions without what is the same object in both: what is left is small, however large they are. */
export function withoutSharedParts(before: Session, after: Session): readonly [Session, Session] {
  const [a, b] = [before.architecture, after.architecture];
  const isUnmoved = ({ id }: { readonly id: string }) => before.positions[id] === after.positions[id];
  const objects = apart(a.objects, b.objects);
  const boundaries = apart(a.boundaries, b.boundaries);
  const components =
    before.positions === after.positions
      ? apart(a.components, b.components)
      : apart(a.components, b.components, isUnmoved);
  const connections = apart(a.connections, b.connections);
  const agreements = apart(a.agreements, b.agreements);
  const history = apart(a.history, b.history);
  const side = (session: Session, i: 0 | 1): Session => ({
    ...session,
    architecture: {
      ...session.architecture,
      objects: objects[i],
      boundaries: boundaries[i],
      components: components[i],
      connections: connections[i],
      agreements: agreements[i],
      history: history[i],
    },
  });
  return [side(before, 0), side(after, 1)];
}

function apart<T>(
  before: readonly T[],
  after: readonly T[],
  isShared: (entry: T) => boolean = always,
): readonly [readonly T[], readonly T[]] {
  if (before === after && isShared === always) return [[], []];
  const [old, now] = [new Set(before), new Set(after)];
  return [
    before.filter((entry) => !now.has(entry) || !isShared(entry)),
    after.filter((entry) => !old.has(entry) || !isShared(entry)),
  ];
}

function always(): boolean {
  return true;
}
