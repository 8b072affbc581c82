import { percent } from "../wording.ts";
import type { AskedQuestion } from "../asked-questions.ts";
import type { Finding } from "../finding.ts";
import type { Block } from "../report-document.ts";
import { sayWeight } from "../say-check.ts";
import { paragraph, table, type Words } from "./block.ts";

const SOURCES: Readonly<Record<Finding["evidence"][number]["source"], string>> = {
  base: "where every pair begins",
  structure: "drawn",
  fact: "answered",
  agreement: "answered, of the agreement",
  history: "happened",
  fit: "sign",
};

/** Every summand of how sure it is, and the sum. */
export function weights(finding: Finding, isRest = false): readonly Block[] {
  const { evidence, startsAt, logOdds, probability } = finding;
  const rows: (readonly Words[])[] = evidence.map(({ weight, because, source, on }) => [
    { text: sayWeight(weight), face: "mono" },
    because,
    SOURCES[source],
    on.join("; "),
  ]);
  const sum: readonly Words[] = [
    { text: sayWeight(logOdds), face: "mono" },
    { text: `Together, in log-odds: ${percent(probability)}`, face: "strong" },
    "",
    "",
  ];
  const base: readonly Words[] = [
    { text: sayWeight(startsAt), face: "mono" },
    "where every pair of this kind begins, before anything is known of it",
    "",
    "",
  ];
  if (isRest && rows.length === 0)
    return [paragraph("Nothing more speaks for or against it than is told above.")];
  return table(
    isRest ? "What speaks for it and against it, beside the above" : "What speaks for it and against it",
    ["Weight", "Because", "Known by", "On"],
    isRest ? rows : [base, ...rows, sum],
  );
}

/** What was asked and answered, with who said so and from what; disagreements and what nobody knew are said as such. */
export function answersTable(answers: readonly AskedQuestion[]): readonly Block[] {
  return table(
    "Answers that bear on it",
    ["About", "Asked", "Answered"],
    answers.map((question) => [question.about, question.asked, answerWords(question)]),
  );
}

/** Everything that was said to one question. */
export function answerWords({ answers, isDisputed, isUnknown }: AskedQuestion): string {
  const said = answers.map(({ said: value, by, at, evidence = "", guessed = false }) => {
    const marks = [by, at.slice(0, 10), guessed ? "a guess" : ""].filter((mark) => mark !== "").join(", ");
    return `${value} (${marks}${evidence === "" ? "" : `; evidence: ${evidence}`})`;
  });
  const words = said.join("; ");
  if (isDisputed) return `${words}. Answered differently: this is evidence by itself`;
  return isUnknown ? `${words}. Nobody knew: this is evidence by itself` : words;
}
