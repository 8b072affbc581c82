import { pairKey } from "../architecture/subject.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { Candidate, Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { tryMove, type TriedMove } from "../diagnosis/try-move.ts";
import type { Session } from "../document/session.schema.ts";
import { diagnoseOptionsOf } from "./diagnose-options.ts";

/** Tries a move on a copy; null where it finds nothing to change. */
export type TryOne = (candidate: Candidate, moveKey: string) => TriedMove | null;

/** Tries the moves of one session, each of them once. Without a catalogue none can be tried. */
export function triedMoves(session: Session, catalogue: readonly Mechanism[]): TryOne {
  if (catalogue.length === 0) return () => null;
  const { architecture } = session;
  const options = diagnoseOptionsOf(session);
  const known = new Map<string, TriedMove | null>();
  let standing: Diagnosis | undefined;
  return (candidate, moveKey) => {
    const key = `${pairKey(...candidate.between)} ${candidate.mechanism ?? ""} ${moveKey}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    standing ??= diagnose(architecture, catalogue, options);
    const tried = tryMove(architecture, catalogue, candidate, moveKey, options, standing);
    known.set(key, tried);
    return tried;
  };
}
