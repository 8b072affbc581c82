import { FACT_WORDING } from "../architecture/fact-wording.ts";
import { addressOfKey, type FactAddress } from "../architecture/subject.ts";
import { POSSIBLE } from "../diagnosis/thresholds.ts";
import type { Candidate, Diagnosis, Verdict } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import type { Session } from "../document/session.schema.ts";
import { dismissedFindings, type DismissedFinding } from "./dismissed-findings.ts";
import { askedQuestions, type AskedQuestion } from "./asked-questions.ts";
import { findingOf, type Finding, type Teller } from "./finding.ts";
import { foundChange, type FoundChange } from "./found-change.ts";
import { foundFit, type FoundFit } from "./found-fit.ts";
import { ledgerOf, type LedgerEntry } from "./ledger.ts";
import type { PublishedCase } from "./nearest-cases.ts";
import { questionsLeft, type QuestionLeft } from "./questions-left.ts";
import { takenMoves, type TakenMove } from "./taken-moves.ts";
import { questionsToBeAsked } from "./to-be-asked.ts";
import { toldInFull } from "./told-in-full.ts";
import { triedMoves, type TryOne } from "./tried-moves.ts";
import { subjectName } from "./wording.ts";

/** What a session came to, in words, with every name resolved: the one value that all reports are made from. */
export interface Findings {
  readonly title: string;
  readonly summary: string;
  readonly origin: string | null;
  readonly verdict: Verdict;
  /** Null where nobody said anything of it. */
  readonly fit: FoundFit | null;
  readonly seams: readonly Finding[];
  /** Seams that people marked or accepted, and that nothing answered so far makes likely. */
  readonly kept: readonly Finding[];
  readonly possible: readonly Finding[];
  readonly asked: readonly AskedQuestion[];
  readonly setAside: readonly string[];
  /** Questions that were referred to somebody, by who that is. */
  readonly toBeAsked: readonly { readonly who: string; readonly questions: readonly string[] }[];
  /** Everything that is still open, with whom to ask. */
  readonly left: readonly QuestionLeft[];
  readonly independent: readonly string[];
  readonly dismissed: readonly DismissedFinding[];
  /** The question whose answer would change most, or null when none would. */
  readonly next: string | null;
  /** The few answers that would change a verdict other than that seams were found. */
  readonly wouldChange: readonly FoundChange[];
  /** Structural moves that were taken over into the sketch. */
  readonly movesTaken: readonly TakenMove[];
}

export interface FindingsOptions {
  /** What is published, to name what is nearest to each finding. */
  readonly cases?: readonly PublishedCase[];
  /** Tries a move; where it is left out, with the catalogue. */
  readonly tryOne?: TryOne;
}

/** With a catalogue at hand, the moves of every seam are tried on a copy, so that migration is computed. */
export function findingsOf(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[] = [],
  { cases = [], tryOne = triedMoves(session, catalogue) }: FindingsOptions = {},
): Findings {
  const { architecture } = session;
  const ledger = ledgerOf(session, diagnosis);
  const teller: Teller = { session, catalogue, cases, tryOne, taken: takenMoves(session) };
  const inFull = seamsInFull(ledger);
  const inALine: Teller = { ...teller, tryOne: () => null };
  const told = (entries: readonly LedgerEntry[]) =>
    entries.flatMap((entry) =>
      entry.explanations.map((one) => findingOf(inFull.has(entry) ? teller : inALine, one, entry)),
    );
  return {
    title: architecture.title,
    summary: architecture.summary,
    origin: session.origin,
    verdict: diagnosis.verdict,
    fit: foundFit(session.signals),
    seams: told(ledger.filter(({ isLikely }) => isLikely)),
    kept: told(ledger.filter(({ isLikely }) => !isLikely)),
    possible: alsoPossible(diagnosis, ledger).map((candidate) => findingOf(teller, candidate)),
    asked: askedQuestions(session),
    setAside: session.skipped.map((key) => questionWords(session, addressOfKey(key))),
    toBeAsked: questionsToBeAsked(session).map(({ who, questions }) => ({
      who,
      questions: questions.map(({ text }) => text),
    })),
    left: questionsLeft(session, diagnosis),
    independent: session.independent.map((pair) => subjectName(architecture, { agreement: pair })),
    dismissed: dismissedFindings(session, diagnosis),
    next: diagnosis.next?.text ?? null,
    wouldChange: diagnosis.wouldChange.map((change) => foundChange(architecture, change)),
    movesTaken: teller.taken,
  };
}

function seamsInFull(ledger: readonly LedgerEntry[]): ReadonlySet<LedgerEntry> {
  const found = ledger.filter(({ isLikely, isAsked }) => isLikely && isAsked);
  const suspected = ledger.filter(({ isLikely, isAsked }) => isLikely && !isAsked);
  const kept = ledger.filter(({ isLikely }) => !isLikely);
  return new Set(toldInFull([...found, ...suspected, ...kept]));
}

/** What is possible beside everything that explains a seam already. */
function alsoPossible({ candidates }: Diagnosis, ledger: readonly LedgerEntry[]): readonly Candidate[] {
  const explaining = new Set(ledger.flatMap(({ explanations }) => explanations));
  return candidates.filter((candidate) => candidate.probability >= POSSIBLE && !explaining.has(candidate));
}

export function questionWords(session: Session, { about, fact }: FactAddress): string {
  return `${subjectName(session.architecture, about)}: ${FACT_WORDING[fact].label}`;
}
