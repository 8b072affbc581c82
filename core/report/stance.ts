import type { LadderPlace } from "../architecture/rung.ts";
import type { SeamDecision } from "../document/session.schema.ts";
import { ladderWords } from "./wording.ts";

/** What is to become of a contradiction, as far as the session says, with the sentence that says why. */
export interface ContradictionStance {
  readonly stance: "resolve" | "reframe" | "keep" | "undecided";
  readonly because: string;
  /** Whether people decided it; otherwise it follows from what they did, or from nothing. */
  readonly isDecided: boolean;
}

interface Tried {
  readonly isTaken: boolean;
  readonly outlook: object | null;
}

/**
 * What people decided comes first. Where they did not say it, a move that was taken over is the decision to resolve it, an
 * agreement that is held keeps it, and everything else is undecided. That one requirement turned out to stand for
 * something else follows from nothing in a sketch: reframing is for people to say.
 */
export function stanceOf(
  ladder: LadderPlace,
  moves: readonly Tried[],
  decision?: SeamDecision,
): ContradictionStance {
  if (decision === undefined) return { ...derived(ladder, moves), isDecided: false };
  return { stance: decision.stance, because: decidedWords(decision, ladder, moves), isDecided: true };
}

const DECIDED: Readonly<Record<SeamDecision["stance"], string>> = {
  resolve: "To be resolved, as was decided",
  reframe: "To be reframed, as was decided: one requirement stands for something else",
  keep: "Kept, as was decided: it drives the system",
};

/** The decision, its reason, and what the sketch shows beside it. */
function decidedWords(
  { stance, because }: SeamDecision,
  ladder: LadderPlace,
  moves: readonly Tried[],
): string {
  const isTaken = moves.some((move) => move.isTaken);
  return [
    `${DECIDED[stance]}.`,
    because === "" ? "No reason is given." : `The reason given: ${endedAsSentence(because)}`,
    ...(isTaken ? ["A structural move was taken over into the sketch for it."] : []),
    ...(stance === "keep" ? [`The agreement between both is ${ladderWords(ladder)}.`] : []),
  ].join(" ");
}

function endedAsSentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function derived(ladder: LadderPlace, moves: readonly Tried[]): Omit<ContradictionStance, "isDecided"> {
  if (moves.some(({ isTaken }) => isTaken))
    return {
      stance: "resolve",
      because: "To be resolved: a structural move was taken over into the sketch for it.",
    };
  if (ladder.rung === "enforced" || ladder.rung === "verified")
    return {
      stance: "keep",
      because: `Kept, as it stands: both requirements stay, and the agreement between them is ${ladderWords(ladder)}.`,
    };
  const resolving = moves.some(({ outlook }) => outlook !== null)
    ? "A move below would resolve it."
    : "Resolving it needs the absent layer.";
  return {
    stance: "undecided",
    because: `Not decided yet: whether it is to be resolved, reframed or kept. ${resolving} To reframe it is to change one of the two requirements. To keep it is to state the agreement, name who keeps it, and check it.`,
  };
}
