import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import type { Session } from "#core/document/session.schema.ts";
import * as Y from "yjs";
import { MAP_NAMES, mapOf } from "./session-maps.ts";
import { readSession, toSession } from "./to-session.ts";
import { writeDifference } from "./write-session.ts";

/** Marks what this person did, and so what this person can undo. Compared by identity. */
const LOCAL = { origin: "local" } as const;

export interface SessionStore {
  /** The same object until something changes; what did not change keeps its identity. */
  readonly current: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies commands as one gesture: one transaction, one step to undo. */
  readonly dispatch: (...commands: readonly Command[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly destroy: () => void;
}

/** Applies commands to the document in one transaction, writing only what they changed. `before` is what it holds. */
export function applyToYjs(
  doc: Y.Doc,
  commands: readonly Command[],
  origin: unknown,
  before: Session = toSession(doc),
): void {
  const after = commands.reduce(applyCommand, before);
  if (after !== before) doc.transact(() => writeDifference(doc, before, after), origin);
}

export function createSessionStore(doc: Y.Doc): SessionStore {
  const reading = readSession(doc);
  let session = reading.session();
  const listeners = new Set<() => void>();
  const undoManager = new Y.UndoManager(
    MAP_NAMES.map((name) => mapOf(doc, name)),
    { trackedOrigins: new Set([LOCAL]), ignoreRemoteMapChanges: true },
  );
  const refresh = (transaction: Y.Transaction) => {
    // As long as nobody else writes, an undo may write over what came later: it was this person's own, and Yjs would
    // otherwise not bring back an answer that was given, taken back and given again.
    if (!transaction.local && transaction.changed.size > 0) undoManager.ignoreRemoteMapChanges = false;
    reading.follow(transaction);
    session = reading.session();
    listeners.forEach((listener) => listener());
  };
  doc.on("afterTransaction", refresh);
  return {
    current: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: (...commands) => {
      undoManager.stopCapturing();
      applyToYjs(doc, commands, LOCAL, session);
    },
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    canUndo: () => undoManager.canUndo(),
    canRedo: () => undoManager.canRedo(),
    destroy: () => {
      doc.off("afterTransaction", refresh);
      undoManager.destroy();
    },
  };
}
