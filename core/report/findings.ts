import { FACT_WORDING } from "../architecture/fact-wording.ts";
import { addressOfKey, pairKey, type FactAddress, type Pair } from "../architecture/subject.ts";
import type { Zone } from "../architecture/vocabulary.ts";
import { type DiagnoseOptions } from "../diagnosis/diagnose.ts";
import { LIKELY, POSSIBLE } from "../diagnosis/thresholds.ts";
import type { Candidate, Diagnosis, ProxyFixes, Verdict } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { tryMove } from "../diagnosis/try-move.ts";
import type { Session } from "../document/session.schema.ts";
import { seamOf } from "../document/seam-commands.ts";
import { dismissedFindings, type DismissedFinding } from "./dismissed-findings.ts";
import { askedQuestions, restsOnAnswers, type AskedQuestion } from "./asked-questions.ts";
import { foundChange, type FoundChange } from "./found-change.ts";
import { foundFit, type FoundFit } from "./found-fit.ts";
import { ledgerOf, type LedgerEntry } from "./ledger.ts";
import { moveOutlook, type MoveOutlook } from "./move-outlook.ts";
import { questionsToBeAsked } from "./to-be-asked.ts";
import { componentName, ladderWords, likelihoodWord, subjectName } from "./wording.ts";

export interface Finding {
  /** The same for all explanations of one seam, whatever its sides are called. */
  readonly pair: string;
  readonly between: readonly [string, string];
  readonly title: string;
  readonly zone: Zone | null;
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
  readonly absentLayer: string;
  readonly moves: readonly FoundMove[];
  readonly migration: string;
  /** False while the sketch alone speaks for it: suspected, not found. */
  readonly restsOnAnswers: boolean;
  /** Fixes that were made here and inherited the agreement, oldest first as told. */
  readonly proxyFixes: ProxyFixes;
  /** What speaks for it and against it, heaviest first. */
  readonly evidence: readonly { readonly weight: number; readonly because: string }[];
  /** What a person wrote when marking the seam; null when nobody marked it. */
  readonly note: string | null;
}

/** A structural move; `outlook` is computed on a copy, and null where nobody computed it or the move changes nothing. */
export interface FoundMove {
  readonly text: string;
  readonly outlook: MoveOutlook | null;
}

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
  /** Open questions, by who could answer them. */
  readonly toBeAsked: readonly { readonly who: string; readonly questions: readonly string[] }[];
  readonly independent: readonly string[];
  readonly dismissed: readonly DismissedFinding[];
  /** The question whose answer would change most, or null when none would. */
  readonly next: string | null;
  /** The few answers that would change a verdict other than that seams were found. */
  readonly wouldChange: readonly FoundChange[];
}

/** With a catalogue at hand, the moves of every seam are tried on a copy, so that migration is computed. */
export function findingsOf(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[] = [],
): Findings {
  const { architecture } = session;
  const ledger = ledgerOf(session, diagnosis);
  const told = (entries: readonly LedgerEntry[]) =>
    entries.flatMap((entry) => entry.explanations.map((one) => findingOf(session, one, catalogue, entry)));
  return {
    title: architecture.title,
    summary: architecture.summary,
    origin: session.origin,
    verdict: diagnosis.verdict,
    fit: foundFit(session.signals),
    seams: told(ledger.filter(({ isLikely }) => isLikely)),
    kept: told(ledger.filter(({ isLikely }) => !isLikely)),
    possible: alsoPossible(diagnosis, ledger).map((candidate) => findingOf(session, candidate, catalogue)),
    asked: askedQuestions(session),
    setAside: session.skipped.map((key) => questionWords(session, addressOfKey(key))),
    toBeAsked: questionsToBeAsked(session).map(({ who, questions }) => ({
      who,
      questions: questions.map(({ text }) => text),
    })),
    independent: session.independent.map((pair) => subjectName(architecture, { agreement: pair })),
    dismissed: dismissedFindings(session, diagnosis),
    next: diagnosis.next?.text ?? null,
    wouldChange: diagnosis.wouldChange.map((change) => foundChange(architecture, change)),
  };
}

/** What people said beside the facts, as the engine takes it. */
export function diagnoseOptionsOf(session: Session): DiagnoseOptions {
  const { skipped, referred, independent, seams, signals, dismissed } = session;
  return {
    setAside: [...skipped, ...Object.keys(referred)],
    independent,
    marked: seams.map(({ between }): Pair => between),
    signals,
    dismissed,
  };
}

/** What is possible beside everything that explains a seam already. */
function alsoPossible({ candidates }: Diagnosis, ledger: readonly LedgerEntry[]): readonly Candidate[] {
  const explaining = new Set(ledger.flatMap(({ explanations }) => explanations));
  return candidates.filter((candidate) => candidate.probability >= POSSIBLE && !explaining.has(candidate));
}

function findingOf(
  session: Session,
  candidate: Candidate,
  catalogue: readonly Mechanism[],
  entry?: LedgerEntry,
): Finding {
  const { title, zone, probability, contradiction, absentLayer, migration, proxyFixes } = candidate;
  const [a, b] = candidate.between;
  return {
    pair: pairKey(a, b),
    between: [componentName(session.architecture, a), componentName(session.architecture, b)],
    title,
    zone,
    probability,
    likelihood: likelihoodWord(probability),
    ...wordsOf(candidate, entry),
    rung: ladderWords(candidate.ladder),
    contradiction,
    absentLayer,
    moves: movesOf(session, candidate, catalogue),
    migration,
    restsOnAnswers: restsOnAnswers(candidate),
    proxyFixes,
    evidence: heaviestFirst(candidate),
    note: seamOf(session, candidate.between)?.note ?? null,
  };
}

/** A seam has one sentence of people's own, which stands with its leading explanation. */
function wordsOf(
  candidate: Candidate,
  entry: LedgerEntry | undefined,
): Pick<Finding, "invariant" | "proposedInvariant" | "owner"> {
  if (entry?.explanations[0] !== candidate)
    return { invariant: candidate.invariant, proposedInvariant: null, owner: "" };
  const { invariant, proposal, seam } = entry;
  const isOwn = seam !== null && seam.invariant !== "";
  return { invariant, proposedInvariant: isOwn ? proposal : null, owner: seam?.owner ?? "" };
}

function movesOf(
  session: Session,
  candidate: Candidate,
  catalogue: readonly Mechanism[],
): readonly FoundMove[] {
  const isSeam = candidate.probability >= LIKELY && catalogue.length > 0;
  return candidate.moves.map(({ key, text }) => {
    const tried = isSeam
      ? tryMove(session.architecture, catalogue, candidate, key, diagnoseOptionsOf(session))
      : null;
    return { text, outlook: tried === null ? null : moveOutlook(tried, candidate) };
  });
}

/** The contributions of a candidate without the base rate, heaviest first. */
export function heaviestFirst({ contributions }: Candidate): Candidate["contributions"] {
  return contributions
    .filter(({ source }) => source !== "base")
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export function questionWords(session: Session, { about, fact }: FactAddress): string {
  return `${subjectName(session.architecture, about)}: ${FACT_WORDING[fact].label}`;
}
