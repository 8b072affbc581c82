import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import type { Change } from "../diagnosis/changes.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { LIKELY } from "../diagnosis/thresholds.ts";
import { standingOf, tryMove, type Standing, type TriedMove } from "../diagnosis/try-move.ts";
import type { Session } from "../document/session.schema.ts";
import { diagnoseOptionsOf } from "./diagnose-options.ts";
import { migrationsOf, moveOutlook, type MoveOutlook } from "./move-outlook.ts";

/** What came of a move that was tried on a copy, without the diagnosis of the copy, which is large. */
export interface MoveTried {
  readonly outlook: MoveOutlook;
  /** The edited copy. */
  readonly architecture: Architecture;
  readonly changes: readonly Change[];
  /** The pair is likely to be a seam on the copy as well. */
  readonly isStillASeam: boolean;
  /** The pairs that the contradiction goes to. */
  readonly goesTo: readonly Pair[];
}

/** Tries a move on a copy; null where it finds nothing to change. */
export type TryOne = (candidate: Candidate, moveKey: string) => MoveTried | null;

/** Tries the moves of one session, each of them once. Without a catalogue none can be tried. */
export function triedMoves(session: Session, catalogue: readonly Mechanism[]): TryOne {
  if (catalogue.length === 0) return () => null;
  const { architecture } = session;
  const options = diagnoseOptionsOf(session);
  const known = new Map<string, MoveTried | null>();
  let standing: Standing | undefined;
  return (candidate, moveKey) => {
    const key = `${pairKey(...candidate.between)} ${candidate.mechanism ?? ""} ${moveKey}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    standing ??= standingOf(architecture, catalogue, options);
    const tried = tryMove(architecture, catalogue, candidate, moveKey, options, standing);
    const found = tried === null ? null : foundBy(tried, candidate);
    known.set(key, found);
    return found;
  };
}

function foundBy(tried: TriedMove, candidate: Candidate): MoveTried {
  const { architecture, changes, after } = tried;
  const pair = pairKey(...candidate.between);
  return {
    outlook: moveOutlook(tried, candidate),
    architecture,
    changes,
    isStillASeam: after.some((one) => one.probability >= LIKELY && pairKey(...one.between) === pair),
    goesTo: migrationsOf(tried, candidate).map((shift) => shift.candidate.between),
  };
}
