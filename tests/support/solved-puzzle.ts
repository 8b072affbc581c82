import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { issuePuzzle } from "#server/services/proof-of-work.ts";

/** A puzzle of the product with its answer, as a browser would have found it. */
export async function solvedPuzzle(now = new Date()) {
  const challenge = await issuePuzzle(now);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution === null) throw new Error("the puzzle has no solution");
  return { challenge, solution };
}
