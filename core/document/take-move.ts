import { pairKey } from "../architecture/subject.ts";
import type { Command } from "./command.ts";
import { changeEntry, insertEntry } from "./entries.ts";
import { parseSession } from "./parse-session.ts";
import { removeConnection } from "./sketch-commands.ts";
import type { Session } from "./session.schema.ts";

type TakeMove = Extract<Command, { readonly type: "take-move" }>;

interface Entry {
  readonly id: string;
}

/** Makes on the sketch what was tried on a copy, all of it or, where it does not fit the sketch any more, nothing. */
export function takeMove(session: Session, { change, positions }: TakeMove): Session {
  const { objects, components, connections, agreements, removed } = inWellFormedText(change);
  const without = removed.reduce(removeConnection, session);
  const { architecture } = without;
  const taken = parseSession({
    ...without,
    architecture: {
      ...architecture,
      objects: withEntries(architecture.objects, objects),
      components: withEntries(architecture.components, components),
      connections: withEntries(architecture.connections, connections),
      agreements: withAgreements(architecture.agreements, agreements),
    },
    positions: { ...without.positions, ...positions },
  });
  return taken.ok && !connectsItself(taken.value) ? taken.value : session;
}

function withEntries<T extends Entry>(entries: readonly T[], changed: readonly T[]): readonly T[] {
  return changed.reduce(
    (all, entry) =>
      all.some(({ id }) => id === entry.id)
        ? changeEntry(all, entry.id, () => entry)
        : insertEntry(all, entry),
    entries,
  );
}

type Agreements = Session["architecture"]["agreements"];

/** Two components have one agreement, under whatever id it was begun. */
function withAgreements(agreements: Agreements, changed: Agreements): Agreements {
  const begun = new Map(agreements.map(({ id, between }) => [pairKey(...between), id]));
  return withEntries(
    agreements,
    changed.map((agreement) => ({
      ...agreement,
      id: begun.get(pairKey(...agreement.between)) ?? agreement.id,
    })),
  );
}

function connectsItself({ architecture }: Session): boolean {
  return architecture.connections.some(({ from, to }) => from === to);
}

function inWellFormedText<T>(value: T): T {
  if (typeof value === "string") return value.toWellFormed() as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inWellFormedText) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, inWellFormedText(entry as unknown)]),
  ) as T;
}
