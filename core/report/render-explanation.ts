import { answerLabel, FACT_WORDING } from "../architecture/fact-wording.ts";
import type { Architecture } from "../architecture/architecture.schema.ts";
import { AGREEMENT_EVIDENCE } from "../diagnosis/agreement-evidence.ts";
import { probabilityOf } from "../diagnosis/belief.ts";
import { POSSIBLE } from "../diagnosis/thresholds.ts";
import type { Candidate, Contribution, Diagnosis, Question, VerdictChange } from "../diagnosis/diagnosis.ts";
import { heaviestFirst } from "./finding.ts";
import { changeWords, foundChange } from "./found-change.ts";
import { ladderWords, likelihoodWord, oneLine, percent, subjectName } from "./wording.ts";

const VERDICTS: Readonly<Record<Diagnosis["verdict"], string>> = {
  "seams-found": "Seams found.",
  "nothing-found": "No structural seam found so far.",
  "too-little-known": "Too little is known to name a seam.",
};

/** Why each candidate is one, as plain text: what was added up, on which elements it rests, and what would change it. */
export function renderExplanation(architecture: Architecture, diagnosis: Diagnosis): string {
  const { candidates, next, verdict, wouldChange } = diagnosis;
  const shown = candidates.filter(({ probability }) => probability >= POSSIBLE);
  const left = candidates.length - shown.length;
  const blocks = [
    oneLine(architecture.title),
    VERDICTS[verdict],
    ...shown.map((candidate, i) => explained(architecture, candidate, i + 1, next)),
    ...(left === 0
      ? []
      : [`${left} ${left === 1 ? "candidate" : "candidates"} below ${percent(POSSIBLE)} left out.`]),
    ...wouldChange.map((change) => changed(architecture, change)),
    ...(next === null ? [] : [asked(next)]),
    ...(next === null && wouldChange.length === 0 ? ["No open question would change this."] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function explained(
  architecture: Architecture,
  candidate: Candidate,
  place: number,
  next: Question | null,
): string {
  const { between, title, zone, probability, ladder, contributions, logOdds } = candidate;
  const base = contributions.filter(({ source }) => source === "base");
  return [
    `${place}. ${oneLine(subjectName(architecture, { agreement: between }))}: ${title}${zone === null ? "" : ` (${zone})`}`,
    `   ${likelihoodWord(probability)}, ${percent(probability)}`,
    "",
    `   Invariant      ${oneLine(candidate.invariant)}`,
    `   Rung           ${ladderWords(ladder)}`,
    `   Contradiction  ${oneLine(candidate.contradiction)}`,
    "",
    "   Why",
    ...[...base, ...heaviestFirst(candidate)].flatMap((each) => summand(architecture, each)),
    `   ${signed(logOdds)}  log-odds, which is ${percent(probability)}`,
    "",
    "   What would change it",
    ...changes(candidate).map((change) => `   ${change}`),
    ...(next !== null && settles(next, candidate) ? [`   or an answer to: ${oneLine(next.text)}`] : []),
  ].join("\n");
}

function changed(architecture: Architecture, change: VerdictChange): string {
  const found = foundChange(architecture, change);
  return `What would change this  ${oneLine(found.question)}\n   ${oneLine(changeWords(found))}`;
}

function summand(architecture: Architecture, { weight, because, elements }: Contribution): readonly string[] {
  const names = elements.map((element) => oneLine(subjectName(architecture, element)));
  return [
    `   ${signed(weight)}  ${oneLine(because)}`,
    ...(names.length === 0 ? [] : [`         on ${names.join("; ")}`]),
  ];
}

/**
 * The answers about the agreement that would take the candidate out of sight, those that move it most first, with how
 * sure it would be after each. Belief is a sum, so this is exact: a weight takes the place of the one that stands there.
 */
function changes({ contributions, logOdds }: Candidate): readonly string[] {
  const steps = AGREEMENT_EVIDENCE.flatMap(({ fact, answers }) => {
    const now = contributions.find((each) => each.source === "agreement" && each.fact === fact)?.weight ?? 0;
    const [best] = Object.entries(answers).toSorted(([, [a]], [, [b]]) => a - b);
    return best === undefined ? [] : [{ fact, answer: best[0], shift: best[1][0] - now }];
  }).toSorted((a, b) => a.shift - b.shift);
  const lines: string[] = [];
  let after = logOdds;
  for (const { fact, answer, shift } of steps) {
    if (shift >= 0 || probabilityOf(after) < POSSIBLE) break;
    after += shift;
    const said = answer === "unlimited" ? "Without limits" : answerLabel(fact, answer);
    lines.push(
      `${lines.length === 0 ? "" : "and "}${FACT_WORDING[fact].label}: ${said} (${percent(probabilityOf(after))})`,
    );
  }
  return lines;
}

function settles({ candidates }: Question, { between, mechanism }: Candidate): boolean {
  return candidates.some(
    (each) => each.mechanism === mechanism && each.between.join("~") === between.join("~"),
  );
}

function asked({ text, why, answers }: Question): string {
  return [
    `Next question  ${oneLine(text)}`,
    `   ${oneLine(why)}`,
    ...answers.map(({ label, meaning }) => `   - ${oneLine(label)}: ${oneLine(meaning)}`),
  ].join("\n");
}

function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`.padStart(5);
}
