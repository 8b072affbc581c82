import type { LadderPlace } from "../architecture/rung.ts";
import { ladderWords } from "./wording.ts";

/** What is to become of a contradiction, as far as the session says, with the sentence that says why. */
export interface ContradictionStance {
  readonly stance: "resolve" | "keep" | "undecided";
  readonly because: string;
}

interface Tried {
  readonly isTaken: boolean;
  readonly outlook: object | null;
}

/**
 * A session records no decision about a contradiction, so none is invented: a move that was taken over is the decision
 * to resolve it, an agreement that is held keeps it, and everything else is undecided. Reframing it is for people to say.
 */
export function stanceOf(ladder: LadderPlace, moves: readonly Tried[]): ContradictionStance {
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
