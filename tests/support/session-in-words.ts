import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { subjectKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Candidate, Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { tryMove, type TriedMove } from "#core/diagnosis/try-move.ts";
import { MOST_QUESTIONS, recordedAnswer, replyOf, sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";

/** A whole guided session on one sketch, with all that was said and weighed, as text that a person can read and approve. */
export function sessionInWords(architecture: Architecture): string {
  return played(
    architecture,
    (diagnosis) => [...questionInWords(diagnosis), ...standing(diagnosis)],
    findings,
  );
}

/** What every move of every mechanism would do to the first finding of the whole architecture. */
export function movesInWords(architecture: Architecture): string {
  const [first] = diagnose(architecture, CATALOGUE).candidates;
  if (first === undefined) return "";
  return first.moves
    .flatMap(({ key, text }) => [
      `${key}: ${text}`,
      ...moveInWords(tryMove(architecture, CATALOGUE, first, key)),
    ])
    .join("\n");
}

function moveInWords(tried: TriedMove | null): readonly string[] {
  if (tried === null) return ["  finds nothing here to change"];
  const shifts = (name: string, list: TriedMove["settled"]) =>
    list.map(({ candidate, before, after }) => {
      const { between, mechanism } = candidate;
      return `  ${name} ${mechanism ?? ""} ${between.join(" ~ ")}: ${before?.toFixed(2) ?? "none"} to ${after?.toFixed(2) ?? "none"}`;
    });
  return [
    ...tried.changes.map(({ kind, list, id, sentence }) => `  ${kind} in ${list}, ${id}: ${sentence}`),
    ...shifts("settled", tried.settled),
    ...shifts("migrated to", tried.migratedTo),
  ];
}

/** The same with no more than what was asked and answered, and how sure it made the engine. */
export function sessionInShort(architecture: Architecture): string {
  return played(
    architecture,
    ({ next }) => (next === null ? [] : [next.text]),
    (diagnosis) => [...standing(diagnosis), ...changesInWords(diagnosis)],
  );
}

type InWords = (diagnosis: Diagnosis) => readonly string[];

function played(architecture: Architecture, step: InWords, end: InWords): string {
  const lines = [`“${architecture.title}”`];
  let open = openDiagnosis(sketchOf(architecture), CATALOGUE);
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const { diagnosis } = open;
    if (diagnosis.next === null) break;
    const answer = recordedAnswer(architecture, diagnosis.next);
    lines.push(...step(diagnosis), `  > ${JSON.stringify(answer)}`);
    open = open.answer(diagnosis.next, replyOf(answer));
  }
  return [...lines, ...end(open.diagnosis), ""].join("\n");
}

function standing({ verdict, candidates }: Diagnosis): readonly string[] {
  return [verdict, ...candidates.slice(0, 4).map((candidate) => `  ${inShort(candidate)}`)];
}

function inShort({ between, mechanism, probability, ladder }: Candidate): string {
  return `${probability.toFixed(2)} ${mechanism ?? "unexplained"}: ${between.join(" ~ ")}, ${ladder.rung}`;
}

function questionInWords({ next, together }: Diagnosis): readonly string[] {
  if (next === null) return [];
  const { text, why, answers, multiple, information, candidates } = next;
  return [
    "",
    `${text} (${information.toFixed(3)} bit${multiple ? ", several answers" : ""})`,
    `  ${why}`,
    ...answers.map(({ value, label, meaning }) => `  - ${JSON.stringify(value)} ${label}: ${meaning}`),
    `  would settle ${candidates.map(({ between, mechanism }) => `${mechanism ?? ""} ${between.join(" ~ ")}`).join(", ")}`,
    ...together.map((also) => `  also ${also.text} (${also.information.toFixed(3)} bit)`),
  ];
}

function changesInWords({ wouldChange }: Diagnosis): readonly string[] {
  return wouldChange.map(
    ({ question, isSetAside, answers, between, probability }) =>
      `would change it: ${question.text}${isSetAside ? " (set aside)" : ""} ` +
      `${answers.map(({ label }) => label).join(" / ")}: ${between.join(" ~ ")} ${probability.toFixed(2)}`,
  );
}

function findings(diagnosis: Diagnosis): readonly string[] {
  return [
    "",
    ...standing(diagnosis),
    ...changesInWords(diagnosis),
    ...diagnosis.candidates
      .slice(0, 2)
      .flatMap((candidate) => [
        `${inShort(candidate)} (${candidate.title})`,
        ...candidate.contributions.map(
          ({ source, fact, weight, because, elements }) =>
            `  ${source}${fact === undefined ? "" : ` ${fact}`} ${weight.toFixed(2)} ${because} [${elements.map(subjectKey).join(" ")}]`,
        ),
        `  ${candidate.invariant}`,
        `  ${candidate.contradiction}`,
        `  lit: ${candidate.elements.map(subjectKey).join(" ")}`,
      ]),
  ];
}
