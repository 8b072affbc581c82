import type { Architecture } from "../architecture/architecture.schema.ts";
import { pairKey, type Subject } from "../architecture/subject.ts";
import type { Candidate, Diagnosis } from "../diagnosis/diagnosis.ts";
import { ladderWords, oneLine, percent, subjectName } from "./wording.ts";

/** What was linted, and where in its file each element stands. */
export interface LintSource {
  readonly architecture: Architecture;
  /** Relative to where the pipeline runs, or absolute; percent-encoded. */
  readonly uri: string;
  /** The JSON pointer of the architecture in the file: empty, or that of the member that holds it. */
  readonly root: string;
  /** The line on which the value at a JSON pointer begins. */
  readonly lineOf: (pointer: string) => number | undefined;
}

/** An element that has an entry of its own in the file. */
export type Listed = Exclude<Subject, { readonly agreement: unknown }>;

/** The JSON pointer of an element in its file. */
export function pointerOf(element: Listed, { architecture, root }: LintSource): string {
  const list = "component" in element ? "components" : "connections";
  const id = "component" in element ? element.component : element.connection;
  return `${root}/${list}/${architecture[list].findIndex((one) => one.id === id)}`;
}

/** How loudly a pipeline should say it: from 90 % on a person would bet on it, below 50 % it is worth a look. */
export type Level = "error" | "warning" | "note";

export function levelOf(probability: number): Level {
  if (probability >= 0.9) return "error";
  return probability >= 0.5 ? "warning" : "note";
}

/** The seams at or above a probability, each pair of components once, by its most probable explanation. */
export function seamsAbove({ candidates }: Diagnosis, threshold: number): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ between, probability }) => {
    const key = pairKey(...between);
    if (probability < threshold || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One line for each seam, in the form that compilers use and editors and pipelines understand. */
export function lintLines(seams: readonly Candidate[], source: LintSource, path: string): string {
  return seams
    .map(({ between, mechanism, probability, invariant, ladder }) => {
      const at = source.lineOf(pointerOf({ component: between[0] }, source)) ?? 1;
      const names = oneLine(subjectName(source.architecture, { agreement: between }));
      const marks = [mechanism ?? "marked by hand", ladderWords(ladder), percent(probability)].join("; ");
      return `${path}:${at}: ${levelOf(probability)}: ${names}: ${oneLine(invariant)} (${marks})\n`;
    })
    .join("");
}
