/** As many seams as a report tells whole: several hundred pages, and more than any sketch of 200 components had. */
const WHOLE = 80;

/** What is told of more: nobody reads on, and to try the moves of a seam is to diagnose the whole sketch once more. */
const BEGINNING = 24;

/** Of seams in the order of a report those of which everything is told, with their moves tried; the others have a line each. */
export function toldInFull<Seam>(seams: readonly Seam[]): readonly Seam[] {
  return seams.length <= WHOLE ? seams : seams.slice(0, BEGINNING);
}
