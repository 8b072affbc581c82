import type { Candidate } from "../diagnosis/diagnosis.ts";
import { pairKey } from "../architecture/subject.ts";
import { seamsTold, type SeamTold } from "./blocks/grouped-seams.ts";
import type { Finding } from "./finding.ts";
import type { Report } from "./report.ts";
import type { TakenMove } from "./taken-moves.ts";
import { componentName } from "./wording.ts";

/** A decision about the architecture that a session came to, or that it leaves to be made. */
export interface Decision {
  readonly status: "accepted" | "proposed";
  /** ISO 8601 date: of the move, or of the report while nothing is decided. */
  readonly date: string;
  /** Who took the move over; nobody while it is proposed. */
  readonly by: readonly string[];
  readonly title: string;
  /** The names of both sides; empty where the sketch does not show any more what the move was made for. */
  readonly between: readonly string[];
  readonly invariant: string;
  readonly contradiction: string;
  readonly absentLayer: string;
  readonly migration: string;
  readonly check: string;
  /** The move that was chosen, or null. */
  readonly chosen: string | null;
  readonly options: readonly Option[];
  /** What carries the move in the sketch now. */
  readonly on: readonly string[];
}

export interface Option {
  readonly text: string;
  /** What it was found to do on a copy; empty where it was not tried. */
  readonly found: string;
  readonly goesTo: readonly string[];
}

/**
 * The decisions of a session: each structural move that was taken over into the sketch is accepted; each seam that was
 * found, or that people keep, and that no move was taken for yet is a decision that is proposed.
 */
export function decisionsOf(report: Report): readonly Decision[] {
  const { findings } = report;
  const open = seamsTold(findings).filter(
    ({ standing, lead }) =>
      standing !== "suspected" && lead.moves.length > 0 && !lead.moves.some(({ isTaken }) => isTaken),
  );
  return [
    ...findings.movesTaken.map((move) => accepted(report, move)),
    ...open.map((seam) => proposed(report, seam)),
  ];
}

function proposed({ settings }: Report, { lead }: SeamTold): Decision {
  return {
    status: "proposed",
    date: settings.date,
    by: [],
    title: `How ${lead.between.join(" and ")} come to agree`,
    between: lead.between,
    invariant: lead.invariant,
    contradiction: lead.contradiction,
    absentLayer: lead.absentLayer,
    migration: lead.migration,
    check: lead.agreementCheck?.sentence ?? "",
    chosen: null,
    options: lead.moves.map(optionOf),
    on: [],
  };
}

/** Once a move is made, what it was made for may be no candidate any more: then the move speaks for itself. */
function accepted({ session, diagnosis, findings }: Report, move: TakenMove): Decision {
  const { text, by, at, on, components } = move;
  const all = [...diagnosis.candidates, ...diagnosis.dismissed];
  const reason = all.find(
    (candidate) =>
      candidate.moves.some((one) => one.text === text) &&
      candidate.between.every((id) => components.includes(id)),
  );
  const finding = reason === undefined ? undefined : findingFor([...findings.seams, ...findings.kept], reason);
  return {
    status: "accepted",
    date: at.slice(0, 10),
    by: [by],
    title: text.replace(/[.]$/, ""),
    between: (reason?.between ?? []).map((id) => componentName(session.architecture, id)),
    invariant: finding?.invariant ?? reason?.invariant ?? "",
    contradiction: reason?.contradiction ?? "",
    absentLayer: reason?.absentLayer ?? "",
    migration: reason?.migration ?? "",
    check: finding?.agreementCheck?.sentence ?? "",
    chosen: text,
    options: (finding?.moves ?? []).map(optionOf),
    on,
  };
}

function findingFor(findings: readonly Finding[], { between, mechanism }: Candidate): Finding | undefined {
  return findings.find((one) => one.pair === pairKey(...between) && one.mechanism === mechanism);
}

function optionOf({ text, outlook }: Finding["moves"][number]): Option {
  return { text, found: outlook?.seam ?? "", goesTo: outlook?.goesTo ?? [] };
}
