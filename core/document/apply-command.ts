import { answerQuestion, askAgain, clearAnswer, referQuestion, skipQuestion } from "./answer-commands.ts";
import {
  addBoundary,
  deleteBoundary,
  nestBoundary,
  putInBoundary,
  renameBoundary,
} from "./boundary-commands.ts";
import { paste } from "./clip.ts";
import type { Command } from "./command.ts";
import { deleteHistory, tellHistory } from "./history-commands.ts";
import {
  bringBack,
  dismiss,
  markSeam,
  noteSeam,
  setIndependent,
  tellSeam,
  unmarkSeam,
} from "./seam-commands.ts";
import { setSignal } from "./signal-commands.ts";
import type { Session } from "./session.schema.ts";
import { takeMove } from "./take-move.ts";
import {
  addComponent,
  addObject,
  changeComponent,
  changeConnection,
  connect,
  deleteComponent,
  moveComponent,
  removeConnection,
  setTitle,
} from "./sketch-commands.ts";

type Apply = { readonly [T in Command["type"]]: (s: Session, c: Extract<Command, { type: T }>) => Session };

const APPLY: Apply = {
  "set-title": setTitle,
  "add-component": addComponent,
  "rename-component": changeComponent,
  "set-component-kind": changeComponent,
  "move-component": moveComponent,
  "delete-component": deleteComponent,
  connect,
  "set-connection-kind": changeConnection,
  "set-carried-object": changeConnection,
  "delete-connection": (session, { id }) => removeConnection(session, id),
  "add-object": addObject,
  "add-boundary": addBoundary,
  "rename-boundary": renameBoundary,
  "put-in-boundary": putInBoundary,
  "nest-boundary": nestBoundary,
  "delete-boundary": deleteBoundary,
  paste,
  "take-move": takeMove,
  answer: answerQuestion,
  "clear-answer": clearAnswer,
  "skip-question": (session, { address }) => skipQuestion(session, address),
  "refer-question": referQuestion,
  "ask-again": (session, { address }) => askAgain(session, address),
  "set-independent": setIndependent,
  "set-signal": setSignal,
  "tell-history": tellHistory,
  "delete-history": deleteHistory,
  "mark-seam": markSeam,
  "note-seam": noteSeam,
  "tell-seam": tellSeam,
  "unmark-seam": unmarkSeam,
  dismiss,
  "bring-back": bringBack,
};

/**
 * The session after a command. Total and pure: a command that names something unknown, or says something that a
 * session cannot hold, changes nothing. What a command does not touch stays the same object.
 */
export function applyCommand(session: Session, command: Command): Session {
  const apply = APPLY[command.type] as (session: Session, command: Command) => Session;
  return apply(session, command);
}
