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
 * found, or that people keep, and that no move was taken for yet is a decision that is proposed, unless people decided
 * that its contradiction is to be reframed or kept: then there is no move to decide on.
 */
export function decisionsOf(report: Report): readonly Decision[] {
  const { findings } = report;
  const open = seamsTold(findings).filter(
    ({ standing, lead: { moves, stance } }) =>
      standing !== "suspected" &&
      moves.length > 0 &&
      !moves.some(({ isTaken }) => isTaken) &&
      (!stance.isDecided || stance.stance === "resolve"),
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

function accepted(report: Report, move: TakenMove): Decision {
  const { text, by, at, on } = move;
  return {
    ...groundsOf(report, reasonOf(report, move)),
    status: "accepted",
    date: at.slice(0, 10),
    by: [by],
    title: text.replace(/[.]$/, ""),
    chosen: text,
    on,
  };
}

/** What a move was made for. Once it is made, that may be no candidate any more: then the move speaks for itself. */
function reasonOf({ diagnosis }: Report, { text, components }: TakenMove): Candidate | undefined {
  return [...diagnosis.candidates, ...diagnosis.dismissed].find(
    ({ between, moves }) =>
      moves.some((move) => move.text === text) && between.every((id) => components.includes(id)),
  );
}

type Grounds = Pick<
  Decision,
  "between" | "invariant" | "contradiction" | "absentLayer" | "migration" | "check" | "options"
>;

const NO_GROUNDS: Grounds = {
  between: [],
  invariant: "",
  contradiction: "",
  absentLayer: "",
  migration: "",
  check: "",
  options: [],
};

function groundsOf({ session, findings }: Report, reason: Candidate | undefined): Grounds {
  if (reason === undefined) return NO_GROUNDS;
  const { between, mechanism, invariant, contradiction, absentLayer, migration } = reason;
  const told = [...findings.seams, ...findings.kept, ...findings.possible].find(
    (one) => one.pair === pairKey(...between) && one.mechanism === mechanism,
  );
  return {
    between: between.map((id) => componentName(session.architecture, id)),
    invariant: told?.invariant ?? invariant,
    contradiction,
    absentLayer,
    migration,
    check: told?.agreementCheck?.sentence ?? "",
    options: told?.moves.map(optionOf) ?? [],
  };
}

function optionOf({ text, outlook }: Finding["moves"][number]): Option {
  return { text, found: outlook?.seam ?? "", goesTo: outlook?.goesTo ?? [] };
}
