import * as Y from "yjs";
import { MAP_NAMES, mapOf } from "./session-maps.ts";

/** What one person did to a document, step by step, to be taken back and done again. */
interface UndoSteps {
  /** What is done from now on is a step of its own, unless it goes on with the gesture of the last one. */
  readonly begin: () => void;
  readonly within: (gesture: object, run: () => void) => void;
  readonly follow: (transaction: Y.Transaction) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly destroy: () => void;
}

export function undoSteps(doc: Y.Doc, origin: unknown): UndoSteps {
  const manager = new Y.UndoManager(
    MAP_NAMES.map((name) => mapOf(doc, name)),
    {
      trackedOrigins: new Set([origin]),
      ignoreRemoteMapChanges: true,
      // A step ends where `stopCapturing` is called, not where time has passed.
      captureTimeout: Number.MAX_SAFE_INTEGER,
    },
  );
  let gesture: object | null = null;
  let lastGesture: object | null = null;
  return {
    begin: () => {
      if (gesture === null || gesture !== lastGesture) manager.stopCapturing();
      lastGesture = gesture;
    },
    within: (of, run) => {
      gesture = of;
      run();
      gesture = null;
    },
    // As long as nobody else writes, an undo may write over what came later: it was this person's own, and Yjs would
    // otherwise not bring back an answer that was given, taken back and given again.
    follow: ({ local, changed }) => {
      if (!local && changed.size > 0) manager.ignoreRemoteMapChanges = false;
    },
    undo: () => {
      lastGesture = null;
      manager.undo();
    },
    redo: () => {
      lastGesture = null;
      manager.redo();
    },
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    destroy: () => {
      manager.destroy();
    },
  };
}
