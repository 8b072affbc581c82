import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey } from "../architecture/subject.ts";
import type { FailureClass, MechanismKey, Zone } from "../architecture/vocabulary.ts";
import type { Candidate, Contribution, ProxyFixes } from "../diagnosis/diagnosis.ts";
import type { AgreementCheck, Mechanism } from "../diagnosis/mechanism.ts";
import { LIKELY } from "../diagnosis/thresholds.ts";
import { seamOf } from "../document/seam-commands.ts";
import type { SeamDecision, Session } from "../document/session.schema.ts";
import { restsOnAnswers, type AskedQuestion } from "./asked-questions.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { MoveOutlook } from "./move-outlook.ts";
import { nearestCases, type NearCase, type PublishedCase } from "./nearest-cases.ts";
import { stanceOf, type ContradictionStance } from "./stance.ts";
import { isTakenFor, type TakenMove } from "./taken-moves.ts";
import type { TryOne } from "./tried-moves.ts";
import { componentName, ladderWords, likelihoodWord, subjectName } from "./wording.ts";

/** One summand of how sure the engine is, with the names of what it rests on. */
export interface FoundEvidence extends Pick<Contribution, "source" | "weight" | "because"> {
  readonly on: readonly string[];
}

/** A structural move; `outlook` is computed on a copy, and null where nobody computed it or the move changes nothing. */
export interface FoundMove {
  readonly key: string;
  readonly text: string;
  readonly outlook: MoveOutlook | null;
  /** Whether somebody took it over into the sketch, for this seam. */
  readonly isTaken: boolean;
}

export interface Finding {
  /** The same for all explanations of one seam, whatever its sides are called. */
  readonly pair: string;
  readonly between: readonly [string, string];
  /** Null where a person marked a seam that no mechanism explains. */
  readonly mechanism: MechanismKey | null;
  readonly title: string;
  readonly zone: Zone | null;
  readonly failureClass: FailureClass | null;
  readonly probability: number;
  readonly likelihood: string;
  /** The sentence that stands: people's own, or else what the engine proposes. */
  readonly invariant: string;
  /** What the engine proposes where people put it in their own words; null where its proposal stands. */
  readonly proposedInvariant: string | null;
  /** Who keeps the agreement; empty where nobody said. */
  readonly owner: string;
  readonly rung: string;
  readonly contradiction: string;
  /** Whether it is to be resolved, reframed or kept, as far as the session says. */
  readonly stance: ContradictionStance;
  readonly absentLayer: string;
  readonly moves: readonly FoundMove[];
  readonly migration: string;
  /** A comparison of what both sides believe that would show it; null for a seam that no mechanism explains. */
  readonly agreementCheck: AgreementCheck | null;
  /** False while the sketch alone speaks for it: suspected, not found. */
  readonly restsOnAnswers: boolean;
  /** Fixes that were made here and inherited the agreement, oldest first as told. */
  readonly proxyFixes: ProxyFixes;
  /** Where every pair begins, in log-odds. With the weights of the evidence it adds up to `logOdds`. */
  readonly startsAt: number;
  readonly logOdds: number;
  /** What speaks for it and against it, heaviest first. */
  readonly evidence: readonly FoundEvidence[];
  /** What was answered that bears on it, with who said so and from what. */
  readonly answers: readonly AskedQuestion[];
  /** Published cases of the same mechanism, or else of the same zone. */
  readonly cases: readonly NearCase[];
  /** What a person wrote when marking the seam; null when nobody marked it. */
  readonly note: string | null;
}

/** What findings are told from. */
export interface Teller {
  readonly session: Session;
  readonly catalogue: readonly Mechanism[];
  readonly cases: readonly PublishedCase[];
  readonly tryOne: TryOne;
  readonly taken: readonly TakenMove[];
}

/** Tells one explanation of a seam, or of what may be one. */
export function findingOf(teller: Teller, candidate: Candidate, entry?: LedgerEntry): Finding {
  const { session, catalogue, cases } = teller;
  const { architecture } = session;
  const { between, mechanism, title, zone, probability } = candidate;
  const [a, b] = between;
  const known = catalogue.find(({ key }) => key === mechanism);
  const isLead = entry?.explanations[0] === candidate;
  return {
    pair: pairKey(a, b),
    between: [componentName(architecture, a), componentName(architecture, b)],
    mechanism,
    title,
    zone,
    failureClass: known?.failureClass ?? null,
    probability,
    likelihood: likelihoodWord(probability),
    ...wordsOf(candidate, isLead ? entry : undefined),
    rung: ladderWords(candidate.ladder),
    ...structureOf(teller, candidate),
    agreementCheck: known?.agreementCheck ?? null,
    restsOnAnswers: restsOnAnswers(candidate),
    proxyFixes: candidate.proxyFixes,
    ...weighedOf(architecture, candidate),
    answers: isLead ? entry.answers : [],
    cases: nearestCases(cases, candidate),
    note: seamOf(session, between)?.note ?? null,
  };
}

function weighedOf(
  architecture: Architecture,
  candidate: Candidate,
): Pick<Finding, "startsAt" | "logOdds" | "evidence"> {
  const { contributions, logOdds } = candidate;
  const base = contributions.filter(({ source }) => source === "base");
  return {
    startsAt: base.reduce((sum, { weight }) => sum + weight, 0),
    logOdds,
    evidence: heaviestFirst(candidate).map(({ source, weight, because, elements }) => {
      return { source, weight, because, on: elements.map((about) => subjectName(architecture, about)) };
    }),
  };
}

function structureOf(
  teller: Teller,
  candidate: Candidate,
): Pick<Finding, "contradiction" | "stance" | "absentLayer" | "moves" | "migration"> {
  const { contradiction, absentLayer, migration } = candidate;
  const moves = movesOf(teller, candidate);
  return {
    contradiction,
    stance: stanceOf(candidate.ladder, moves, decisionOn(teller, candidate)),
    absentLayer,
    moves,
    migration,
  };
}

/** What people decided of this contradiction: a seam that several mechanisms explain has one for each of them. */
function decisionOn({ session }: Teller, { between, mechanism }: Candidate): SeamDecision | undefined {
  const decision = seamOf(session, between)?.decision;
  return decision?.mechanism === mechanism ? decision : undefined;
}

/** A seam has one sentence of people's own, which stands with its leading explanation. */
function wordsOf(
  candidate: Candidate,
  entry: LedgerEntry | undefined,
): Pick<Finding, "invariant" | "proposedInvariant" | "owner"> {
  if (entry === undefined) return { invariant: candidate.invariant, proposedInvariant: null, owner: "" };
  const { invariant, proposal, seam } = entry;
  const isOwn = seam !== null && seam.invariant !== "";
  return { invariant, proposedInvariant: isOwn ? proposal : null, owner: seam?.owner ?? "" };
}

function movesOf({ tryOne, taken }: Teller, candidate: Candidate): readonly FoundMove[] {
  return candidate.moves.map(({ key, text }) => {
    const tried = candidate.probability >= LIKELY ? tryOne(candidate, key) : null;
    return {
      key,
      text,
      outlook: tried === null ? null : tried.outlook,
      isTaken: isTakenFor(taken, text, candidate.between),
    };
  });
}

/** The contributions of a candidate without the base rate, heaviest first. */
export function heaviestFirst({ contributions }: Candidate): Candidate["contributions"] {
  return contributions
    .filter(({ source }) => source !== "base")
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
