import type { HistoryEntry } from "../architecture/architecture.schema.ts";
import type { Command } from "./command.ts";
import { changeEntry, insertEntry, keepEntries } from "./entries.ts";
import { asName, asText } from "./person-text.ts";
import { readPart } from "./session-parts.schema.ts";
import type { Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

/** Tells what happened, or tells it anew: the entry takes the place of the one with its id. */
export function tellHistory(session: Session, command: Of<"tell-history">): Session {
  const entry = readPart.history(inWellFormedText(command.entry));
  if (entry === undefined || !namesWhatExists(session, entry)) return session;
  const { history } = session.architecture;
  const isKnown = history.some(({ id }) => id === entry.id);
  return withHistory(
    session,
    isKnown ? changeEntry(history, entry.id, () => entry) : insertEntry(history, entry),
  );
}

export function deleteHistory(session: Session, { id }: Of<"delete-history">): Session {
  return withHistory(
    session,
    keepEntries(session.architecture.history, (entry) => entry.id !== id),
  );
}

function withHistory(session: Session, history: readonly HistoryEntry[]): Session {
  if (history === session.architecture.history) return session;
  return { ...session, architecture: { ...session.architecture, history } };
}

function inWellFormedText(entry: HistoryEntry): HistoryEntry {
  return {
    ...entry,
    date: asName(entry.date),
    text: asText(entry.text).trim(),
    covered: asText(entry.covered).trim(),
    leftOpen: asText(entry.leftOpen).trim(),
    about: [...new Set(entry.about)],
    worked: [...new Set(entry.worked)],
    failed: [...new Set(entry.failed)],
  };
}

function namesWhatExists({ architecture }: Session, { about, worked, failed }: HistoryEntry): boolean {
  const components = new Set(architecture.components.map(({ id }) => id));
  const connections = new Set(architecture.connections.map(({ id }) => id));
  return about.every((id) => components.has(id)) && [...worked, ...failed].every((id) => connections.has(id));
}
