import { missingThere, readState } from "#live/document-log.ts";
import * as Y from "yjs";

/** Marks what came from the account: it is kept here as well, and not sent back. */
export const REMOTE = { origin: "remote" };

/** One of several copies of a document. */
export interface Replica {
  readonly stateVector: () => Uint8Array;
  readonly whole: () => Uint8Array;
  /**
   * Takes what an account answered with (live/document-log.ts), and says what the account has not; undefined when that is
   * nothing. Null for an answer that cannot be read.
   */
  readonly meet: (answer: Uint8Array) => Uint8Array | undefined | null;
  /** What is done to this copy in this tab. */
  readonly onOwnUpdate: (listener: (update: Uint8Array) => void) => () => void;
}

/** `foreign` are the origins of what others did. */
export function createReplica(doc: Y.Doc, foreign: readonly unknown[]): Replica {
  return {
    stateVector: () => Y.encodeStateVector(doc),
    whole: () => Y.encodeStateAsUpdate(doc),
    meet: (answer) => {
      const state = readState(answer);
      if (state === undefined) return null;
      Y.applyUpdate(doc, state.update, REMOTE);
      return missingThere(doc, state);
    },
    onOwnUpdate: (listener) => {
      const tell = (update: Uint8Array, origin: unknown) => {
        if (!foreign.includes(origin)) listener(update);
      };
      doc.on("update", tell);
      return () => doc.off("update", tell);
    },
  };
}

/** Fills a new document with what an account answered with. */
export function filledFrom(answer: Uint8Array): (doc: Y.Doc) => void {
  const state = readState(answer);
  if (state === undefined) throw new Error("What the account answered with could not be read.");
  return (doc) => Y.applyUpdate(doc, state.update, REMOTE);
}

export function merged(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates]);
}
