const TAKEN_OVER = "The move was taken over: ";

/** The evidence of everything that is said by taking a move over into the sketch. */
export function evidenceOfMove(text: string): string {
  return `${TAKEN_OVER}${text}`;
}

/** The text of the move that an answer came with; null where it came otherwise. */
export function moveInEvidence(evidence: string): string | null {
  return evidence.startsWith(TAKEN_OVER) ? evidence.slice(TAKEN_OVER.length) : null;
}
