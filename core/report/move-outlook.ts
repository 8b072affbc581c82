import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey } from "../architecture/subject.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Shift, TriedMove } from "../diagnosis/try-move.ts";
import { componentName, percent } from "./wording.ts";

/** What a move was found to do on a copy of the sketch, in words. */
export interface MoveOutlook {
  readonly changes: readonly string[];
  /** What becomes of the seam itself. */
  readonly seam: string;
  /** Where the contradiction goes next; empty where nothing else becomes noticeably more probable. */
  readonly goesTo: readonly string[];
}

/** Below this, what rises is not worth a reader's time; and nobody reads more than a few. */
const NOTICEABLE = 0.1;
const FEW = 3;

export function moveOutlook(tried: TriedMove, finding: Candidate): MoveOutlook {
  const seam = [...tried.settled, ...tried.migratedTo].find((shift) => isOf(finding, shift));
  return {
    changes: tried.changes.map(({ sentence }) => sentence),
    seam: seam === undefined ? "It stays as probable as it was." : seamWords(seam),
    goesTo: migrationsOf(tried, finding).map((shift) => shiftWords(tried.architecture, shift)),
  };
}

/** Where the contradiction goes, as far as it is worth showing. */
export function migrationsOf({ migratedTo }: TriedMove, finding: Candidate): readonly Shift[] {
  return migratedTo
    .filter((shift) => !isOf(finding, shift) && (shift.after ?? 0) >= NOTICEABLE)
    .slice(0, FEW);
}

function isOf({ between, mechanism }: Candidate, { candidate }: Shift): boolean {
  return candidate.mechanism === mechanism && pairKey(...candidate.between) === pairKey(...between);
}

function seamWords({ before, after }: Shift): string {
  const was = percent(before ?? 0);
  return after === null
    ? `It was ${was}; the copy has no place left where it could be.`
    : `It was ${was}, and is ${percent(after)} on the copy.`;
}

function shiftWords(architecture: Architecture, { candidate, before, after }: Shift): string {
  const names = candidate.between.map((id) => componentName(architecture, id)).join(" and ");
  const was = before === null ? "new" : `was ${percent(before)}`;
  return `${names}: ${candidate.title.toLowerCase()}, ${percent(after ?? 0)} (${was})`;
}
