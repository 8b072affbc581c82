import { SITUATION_STATES, type SituationState } from "../intake/own-situation.ts";

/** Where a situation is on its way. The first five are the work of staff; the last two are the visitor's to choose. */
export { SITUATION_STATES, type SituationState };

/** What still waits for somebody. */
export const OPEN_STATES = ["new", "accepted", "inDiagnosis"] as const satisfies readonly SituationState[];

export const STATE_WORDS: Readonly<Record<SituationState, string>> = {
  new: "new",
  accepted: "accepted",
  inDiagnosis: "in diagnosis",
  answered: "answered",
  closed: "closed",
  withdrawn: "withdrawn",
  erased: "erased",
};

/** Who moves a situation: whoever sent it, staff, or an owner of the product. */
export type Mover = "visitor" | "staff" | "owner";

type Steps = Readonly<Record<SituationState, readonly SituationState[]>>;

/** Nobody works against the visitor: what they withdrew is not taken up again. */
const STAFF_STEPS: Steps = {
  new: ["accepted", "inDiagnosis", "answered", "closed"],
  accepted: ["new", "inDiagnosis", "answered", "closed"],
  inDiagnosis: ["accepted", "answered", "closed"],
  answered: ["accepted", "inDiagnosis", "closed"],
  closed: ["accepted"],
  withdrawn: [],
  erased: [],
};

/** The states to which somebody may move a situation from `from`, in the order of the way. */
export function nextStates(from: SituationState, by: Mover): readonly SituationState[] {
  if (from === "erased") return [];
  const away: readonly SituationState[] = from === "withdrawn" ? ["erased"] : ["withdrawn", "erased"];
  if (by === "visitor") return away;
  return by === "owner" ? [...STAFF_STEPS[from], "erased"] : STAFF_STEPS[from];
}

export function mayMove(from: SituationState, to: SituationState, by: Mover): boolean {
  return nextStates(from, by).includes(to);
}

/** Whether staff may still write in it: what the visitor took back stays as it is. */
export function isWithUs(state: SituationState): boolean {
  return state !== "withdrawn" && state !== "erased";
}

/** A reply makes it answered, whatever it was; also once more, and after it was closed. */
export function mayReply(state: SituationState): boolean {
  return isWithUs(state);
}
