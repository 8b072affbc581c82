import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Candidate, Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { playGuided, sketchOf, type Asked } from "#core/evaluation/games.ts";
import { changeWords, foundChange } from "#core/report/found-change.ts";
import { oneLine } from "#core/report/wording.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { renderExplanation } from "#core/report/render-explanation.ts";
import { readArguments, type Command } from "./command.ts";
import { EXIT, fail } from "./exit.ts";
import { readSketch } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

export const diagnoseCommand: Command = {
  help: `seamark diagnose FILE… [--sketch | --replay] [--explain | --json] [-o OUT]

Diagnoses the sketch in FILE… (any format that import reads; - is standard input).

  --sketch         leaves out every fact: what the drawing alone says
  --replay         plays the guided session with the answers of the file, question by question
  --explain        says of every candidate what was added up, and what would change it
  --json           writes JSON instead of text
  -o, --out OUT    the file to write
  --format FORMAT  says what the files are; otherwise they are recognized by what they hold

Exit code: 0, or 2 where a file is refused.

Example: seamark diagnose compose.yaml --explain`,
  run: async (args) => {
    const { files, values } = readArguments("diagnose", args, {
      sketch: { type: "boolean", default: false },
      replay: { type: "boolean", default: false },
      explain: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      out: { type: "string", short: "o" },
      format: { type: "string" },
    });
    if (values.sketch && values.replay) fail("--sketch and --replay exclude each other: use one.");
    const { session } = readSketch(files, values.format);
    const architecture = values.sketch ? sketchOf(session.architecture) : session.architecture;
    const game = values.replay ? playGuided(architecture, CATALOGUE) : null;
    const diagnosis = game?.end ?? diagnose(architecture, CATALOGUE, diagnoseOptionsOf(session));
    if (values.explain) await writeOut(values.out, renderExplanation(architecture, diagnosis));
    else if (values.json)
      await writeOut(values.out, `${JSON.stringify(asJson(diagnosis, game?.asked), null, 2)}\n`);
    else await writeOut(values.out, `${asText(architecture, diagnosis, game?.asked)}\n`);
    return EXIT.done;
  },
};

function asJson({ verdict, wouldChange, candidates, next }: Diagnosis, asked?: readonly Asked[]) {
  return {
    verdict,
    candidates: candidates.map((candidate) => ({
      between: candidate.between,
      zone: candidate.zone,
      mechanism: candidate.mechanism,
      probability: Number(candidate.probability.toFixed(4)),
      rung: candidate.ladder.rung,
      invariant: candidate.invariant,
      because: reasons(candidate),
    })),
    wouldChange: wouldChange.map(({ question, answers, between, mechanism, probability }) => ({
      about: question.about,
      fact: question.fact,
      question: question.text,
      answers: answers.map(({ value }) => value),
      between,
      mechanism,
      probability: Number(probability.toFixed(4)),
    })),
    next: next === null ? null : { about: next.about, fact: next.fact, question: next.text },
    ...(asked === undefined
      ? {}
      : {
          asked: asked.map(({ address, text, answer, first }) => ({
            about: address.about,
            fact: address.fact,
            question: text,
            answer: typeof answer === "string" ? answer : answer.value,
            first,
          })),
        }),
  };
}

/** What speaks for the candidate, heaviest first, then what speaks against it. */
function reasons({ contributions }: Candidate): readonly string[] {
  return contributions
    .filter(({ source, weight }) => source !== "base" && weight !== 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ because, weight }) => `${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)} ${because}`);
}

const VERDICTS: Readonly<Record<Diagnosis["verdict"], string>> = {
  "seams-found": "Seams found.",
  "nothing-found": "No structural seam found so far.",
  "too-little-known": "Too little is known yet.",
};

function asText(
  architecture: Architecture,
  { verdict, wouldChange, candidates, next }: Diagnosis,
  asked: readonly Asked[] = [],
): string {
  const worthReading = candidates.filter(({ probability }) => probability >= 0.2);
  return [
    ...asked.map(
      ({ text, answer }, i) =>
        `${i + 1}. ${text}\n   ${typeof answer === "string" ? answer : JSON.stringify(answer.value)}`,
    ),
    VERDICTS[verdict],
    ...worthReading.map((candidate) =>
      [
        "",
        `${candidate.probability.toFixed(2)}  ${candidate.title}  (${candidate.between.join(" ~ ")}, ${candidate.ladder.rung})`,
        `      ${candidate.invariant}`,
        ...reasons(candidate).map((reason) => `      ${reason}`),
      ].join("\n"),
    ),
    ...(wouldChange.length === 0 ? [] : ["", "What would change this:"]),
    ...wouldChange.map((change) => {
      const found = foundChange(architecture, change);
      return `- ${oneLine(found.question)}\n  ${oneLine(changeWords(found))}`;
    }),
    ...(next === null ? [] : ["", `Next: ${next.text}`]),
  ].join("\n");
}
