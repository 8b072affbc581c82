import type { Boundary, Component } from "../architecture/architecture.schema.ts";
import type { BoundaryKind } from "../architecture/vocabulary.ts";
import type { Command } from "./command.ts";
import { changeEntry, insertEntry, keepEntries } from "./entries.ts";
import { asName } from "./person-text.ts";
import type { Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

function boundaryOf({ architecture }: Session, id: string | null): Boundary | undefined {
  return architecture.boundaries.find((boundary) => boundary.id === id);
}

function withBoundaries(session: Session, boundaries: readonly Boundary[]): Session {
  return { ...session, architecture: { ...session.architecture, boundaries } };
}

/** A boundary around components: they leave the boundary of its kind that they lay in. */
export function addBoundary(
  session: Session,
  { id, name, kind, within, components }: Of<"add-boundary">,
): Session {
  if (boundaryOf(session, id) !== undefined || asName(name) === "") return session;
  const boundary = { id, name: asName(name), kind, within: boundaryOf(session, within)?.id ?? null };
  const boundaries = insertEntry(session.architecture.boundaries, boundary);
  return putInBoundary(withBoundaries(session, boundaries), {
    type: "put-in-boundary",
    components,
    kind,
    boundary: id,
  });
}

export function renameBoundary(session: Session, { id, name }: Of<"rename-boundary">): Session {
  if (asName(name) === "") return session;
  return withBoundaries(
    session,
    changeEntry(session.architecture.boundaries, id, (boundary) => ({ ...boundary, name: asName(name) })),
  );
}

/** A component lies in at most one boundary of each kind; null takes it out of the one of this kind. */
export function putInBoundary(
  session: Session,
  { components, kind, boundary }: Of<"put-in-boundary">,
): Session {
  if (boundary !== null && boundaryOf(session, boundary)?.kind !== kind) return session;
  const ofKind = idsOfKind(session, kind);
  const moving = new Set(components);
  return withMembers(session, (component) =>
    moving.has(component.id) ? placedIn(component.boundaries, ofKind, boundary) : component.boundaries,
  );
}

/** Into another boundary, or with null onto the sheet; never into what lies within itself. */
export function nestBoundary(session: Session, { id, within }: Of<"nest-boundary">): Session {
  if (within !== null && (boundaryOf(session, within) === undefined || liesWithin(session, within, id)))
    return session;
  return withBoundaries(
    session,
    changeEntry(session.architecture.boundaries, id, (boundary) => ({ ...boundary, within })),
  );
}

/** What lay in it lies in the one around it from now on, where that is of the same kind. */
export function deleteBoundary(session: Session, { id }: Of<"delete-boundary">): Session {
  const gone = boundaryOf(session, id);
  if (gone === undefined) return session;
  const outer = boundaryOf(session, gone.within);
  const instead = outer?.kind === gone.kind ? outer.id : null;
  const emptied = withMembers(session, ({ boundaries }) =>
    boundaries.includes(id) ? placedIn(boundaries, new Set([id]), instead) : boundaries,
  );
  const others = keepEntries(session.architecture.boundaries, (boundary) => boundary.id !== id);
  return withBoundaries(
    emptied,
    others.map((boundary) => (boundary.within === id ? { ...boundary, within: gone.within } : boundary)),
  );
}

function idsOfKind({ architecture }: Session, kind: BoundaryKind): ReadonlySet<string> {
  return new Set(architecture.boundaries.filter((one) => one.kind === kind).map(({ id }) => id));
}

function placedIn(
  boundaries: readonly string[],
  leaving: ReadonlySet<string>,
  entering: string | null,
): readonly string[] {
  const kept = boundaries.filter((id) => !leaving.has(id));
  return entering === null ? kept : [...kept, entering];
}

function withMembers(session: Session, boundariesOf: (component: Component) => readonly string[]): Session {
  const components = session.architecture.components.map((component) => {
    const boundaries = boundariesOf(component);
    const isSame = boundaries.join() === component.boundaries.join();
    return isSame ? component : { ...component, boundaries };
  });
  return { ...session, architecture: { ...session.architecture, components } };
}

function liesWithin(session: Session, inner: string, outer: string): boolean {
  const seen = new Set<string>();
  for (
    let at: string | null = inner;
    at !== null && !seen.has(at);
    at = boundaryOf(session, at)?.within ?? null
  ) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}
