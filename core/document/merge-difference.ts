import type { Architecture } from "../architecture/architecture.schema.ts";
import { byId } from "../architecture/text-order.ts";
import type { Session } from "./session.schema.ts";

const LISTS = ["objects", "boundaries", "components", "connections", "agreements", "history"] as const;

/**
 * What a merge makes of a session, without what stays as it was: small enough to be handed from where it is found to
 * where it is done, however large the session is.
 */
export interface MergeDifference extends Pick<Architecture, (typeof LISTS)[number]> {
  /** Where what is new lies. */
  readonly positions: Session["positions"];
  readonly seams: Session["seams"];
}

/** `merged` is a merge into `before` (merge-sketch.ts): an entry that says nothing new is the same object in both. */
export function differenceOf(before: Session, merged: Session): MergeDifference {
  const [was, is] = [before.architecture, merged.architecture];
  const places = Object.entries(merged.positions).filter(([id]) => !Object.hasOwn(before.positions, id));
  return {
    objects: differing(was.objects, is.objects),
    boundaries: differing(was.boundaries, is.boundaries),
    components: differing(was.components, is.components),
    connections: differing(was.connections, is.connections),
    agreements: differing(was.agreements, is.agreements),
    history: differing(was.history, is.history),
    positions: Object.fromEntries(places),
    seams: differing(before.seams, merged.seams),
  };
}

/** The session with the difference in it, and the same session where there is none. */
export function withDifference(session: Session, difference: MergeDifference): Session {
  const { architecture } = session;
  const { positions, seams } = difference;
  const isEmpty = seams.length === 0 && LISTS.every((list) => difference[list].length === 0);
  if (isEmpty) return session;
  return {
    ...session,
    architecture: {
      ...architecture,
      objects: among(architecture.objects, difference.objects),
      boundaries: among(architecture.boundaries, difference.boundaries),
      components: among(architecture.components, difference.components),
      connections: among(architecture.connections, difference.connections),
      agreements: among(architecture.agreements, difference.agreements),
      history: among(architecture.history, difference.history),
    },
    positions: { ...positions, ...session.positions },
    seams: among(session.seams, seams),
  };
}

function differing<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  const known = new Set(before);
  return after.filter((entry) => !known.has(entry));
}

function among<T extends { readonly id: string }>(there: readonly T[], entries: readonly T[]): readonly T[] {
  if (entries.length === 0) return there;
  const now = new Map(entries.map((entry) => [entry.id, entry]));
  return byId([...there.filter(({ id }) => !now.has(id)), ...entries]);
}
