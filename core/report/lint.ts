import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey, type Subject } from "../architecture/subject.ts";
import type { Candidate, Diagnosis } from "../diagnosis/diagnosis.ts";
import { ladderWords, oneLine, percent, subjectName } from "./wording.ts";

/** What was linted, and where each element stands. */
export interface LintSource {
  readonly architecture: Architecture;
  /** Where an element was read; null where nobody knows. */
  readonly placeOf: (element: Listed) => LintPlace | null;
}

export interface LintPlace {
  /** As people name it. */
  readonly file: string;
  /** The address of the file: relative to where the pipeline runs, or absolute; percent-encoded. */
  readonly uri: string;
  /** From 1; null is the file as a whole. */
  readonly line: number | null;
}

/** An element that is written somewhere by itself. */
export type Listed = Exclude<Subject, { readonly agreement: unknown }>;

/** How loudly a pipeline should say it: from 90 % on a person would bet on it, below 50 % it is worth a look. */
export type Level = "error" | "warning" | "note";

export function levelOf(probability: number): Level {
  if (probability >= 0.9) return "error";
  return probability >= 0.5 ? "warning" : "note";
}

/** Which seams a pipeline wants to hear of. */
export interface LintOptions {
  /** Probability from which on, 0 to 1. */
  readonly threshold: number;
  /** Only those whose agreement is written down nowhere, enforced by nothing and verified by nothing. */
  readonly onlyUnstated?: boolean;
  /** Seams that were there before, by `pairKey`: they are passed over. */
  readonly known?: ReadonlySet<string>;
}

/** The seams that lint reports, each pair of components once, by its most probable explanation. */
export function lintedSeams(
  { candidates }: Diagnosis,
  { threshold, onlyUnstated = false, known = new Set() }: LintOptions,
): readonly Candidate[] {
  const seen = new Set(known);
  return candidates.filter(({ between, probability, ladder }) => {
    const key = pairKey(...between);
    if (probability < threshold || seen.has(key)) return false;
    seen.add(key);
    return !onlyUnstated || ladder.rung === "unstated";
  });
}

/**
 * What lint passes over because nothing is sure enough: each pair whose agreement is stated nowhere and whose most probable
 * explanation stays below the threshold, the most probable first.
 */
export function unstatedBelow(diagnosis: Diagnosis, options: LintOptions): readonly Candidate[] {
  return lintedSeams(diagnosis, { ...options, threshold: 0, onlyUnstated: true }).filter(
    ({ probability }) => probability < options.threshold,
  );
}

/** What to say where nothing is reported, so that nobody takes silence for safety. Undefined where nothing is below, either. */
export function silenceWords(
  architecture: Architecture,
  below: readonly Candidate[],
  threshold: number,
): string | undefined {
  const surest = below.toSorted((a, b) => b.probability - a.probability)[0];
  if (surest === undefined) return undefined;
  const names = oneLine(subjectName(architecture, { agreement: surest.between }));
  const rest =
    below.length === 1
      ? `1 possible seam below it is unstated: ${names}, ${percent(surest.probability)}.`
      : `${below.length} possible seams below it are unstated, the most probable at ${percent(surest.probability)}: ${names}.`;
  return `Nothing is reported from a threshold of ${percent(threshold)} on, which does not say that there is no seam. ${rest} Answers make them surer or rule them out: “seamark diagnose” says what to ask.`;
}

/** One line for each seam, in the form that compilers use and editors and pipelines understand. */
export function lintLines(seams: readonly Candidate[], source: LintSource): string {
  return seams
    .map(({ between, mechanism, probability, invariant, ladder }) => {
      const place = source.placeOf({ component: between[0] });
      const at = [oneLine(place?.file ?? "-"), place?.line ?? 1].join(":");
      const names = oneLine(subjectName(source.architecture, { agreement: between }));
      const marks = [mechanism ?? "marked by hand", ladderWords(ladder), percent(probability)].join("; ");
      return `${at}: ${levelOf(probability)}: ${names}: ${oneLine(invariant)} (${marks})\n`;
    })
    .join("");
}
