import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import type { Session } from "#core/document/session.schema.ts";
import type * as Y from "yjs";
import { readSession, toSession } from "./to-session.ts";
import { undoSteps } from "./undo-steps.ts";
import { writeDifference } from "./write-session.ts";

/** Marks what this person did, and so what this person can undo. Compared by identity. */
const LOCAL = { origin: "local" } as const;

export interface SessionStore {
  /** The same object until something changes; what did not change keeps its identity. */
  readonly current: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies commands as one gesture: one transaction, one step to undo. */
  readonly dispatch: (...commands: readonly Command[]) => void;
  /** Makes the session what another one says, writing only the differences: one transaction, one step to undo. */
  readonly become: (wanted: Session) => void;
  /**
   * Runs something that dispatches. What it does belongs to the same step to undo as what was done last under the same
   * gesture, if nothing came between: whoever types a sentence takes it back as one.
   */
  readonly within: (gesture: object, run: () => void) => void;
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
  const steps = undoSteps(doc, LOCAL);
  const refresh = (transaction: Y.Transaction) => {
    steps.follow(transaction);
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
      steps.begin();
      applyToYjs(doc, commands, LOCAL, session);
    },
    become: (wanted) => {
      steps.begin();
      const before = session;
      doc.transact(() => writeDifference(doc, before, wanted), LOCAL);
    },
    within: steps.within,
    undo: steps.undo,
    redo: steps.redo,
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    destroy: () => {
      doc.off("afterTransaction", refresh);
      steps.destroy();
    },
  };
}
