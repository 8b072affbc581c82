import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Session } from "../document/session.schema.ts";
import type { ExportedInvariant } from "../interchange/exporter.ts";
import { ledgerOf } from "./ledger.ts";
import { isTakenFor, takenMoves } from "./taken-moves.ts";

/** The agreement of every seam that is likely or that people keep, the most probable first, as exporters carry it. */
export function exportedInvariants(session: Session, diagnosis: Diagnosis): readonly ExportedInvariant[] {
  const taken = takenMoves(session);
  return ledgerOf(session, diagnosis).map(({ between, invariant, ladder, seam, explanations }) => {
    const [lead] = explanations;
    const offered = explanations.flatMap(({ moves }) => moves.map(({ text }) => text));
    return {
      between,
      sentence: invariant,
      ladder,
      owner: seam?.owner ?? "",
      mechanism: lead.mechanism,
      title: lead.title,
      zone: lead.zone,
      probability: lead.probability,
      moves: [...new Set(offered)].filter((text) => isTakenFor(taken, text, between)),
    };
  });
}
