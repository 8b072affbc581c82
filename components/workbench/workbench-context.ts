import type { FactAddress, Subject } from "#core/architecture/subject.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Command } from "#core/document/command.ts";
import type { MergeDifference } from "#core/document/merge-difference.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import { createContext, useContext } from "react";
import type { QuestionsInHand } from "./session/questions-in-hand.ts";
import type { Picker, Selection } from "./selection.ts";
import type { Diagnosed } from "./use-diagnosis.ts";
import type { DocumentedAnswer } from "./use-published-case.ts";

/** What everything on the table shares: one session, what the engine makes of it, and what is picked out. */
export interface WorkbenchValue {
  readonly sessionId: string;
  readonly session: Session;
  readonly diagnosis: Diagnosis;
  /** Until it is here the diagnosis says nothing. */
  readonly engine: Diagnosed["engine"];
  readonly inHand: QuestionsInHand;
  readonly documented: DocumentedAnswer | null;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** Picks out elements beside the selection: what a question or a candidate speaks of. */
  readonly light: (elements: readonly Subject[] | null) => void;
  readonly renaming: string | null;
  readonly rename: (id: string | null) => void;
  readonly picking: Picker | null;
  readonly pick: (picker: Picker | null) => void;
  readonly dispatch: (...commands: readonly Command[]) => void;
  /** Brings in what was found to be new, as one step to undo. */
  readonly takeIn: (difference: MergeDifference) => void;
  /** Runs what dispatches as part of one step to undo with all else of the same gesture. */
  readonly within: (gesture: object, run: () => void) => void;
  readonly announce: (sentence: string) => void;
  readonly person: string;
  readonly setPerson: (name: string) => void;
  readonly answer: (address: FactAddress, value: FactValue, extra?: AnswerExtra) => void;
  /** Shows all sketches of this browser, and what a new one can begin with. */
  readonly showSketches: () => void;
  /** Whether the sheet is open on which findings and the sketch are handed over. */
  readonly isHandingOver: boolean;
  readonly handOver: (isWanted: boolean) => void;
  /** Shows what is in a text where it is of a format of another tool; false where it is of none. */
  readonly offerText: (text: string) => Promise<boolean>;
}

export interface AnswerExtra {
  readonly evidence?: string;
  readonly guessed?: boolean;
}

export const WorkbenchContext = createContext<WorkbenchValue | null>(null);

export function useWorkbench(): WorkbenchValue {
  const value = useContext(WorkbenchContext);
  if (value === null) throw new Error("The workbench's parts work inside the workbench.");
  return value;
}
