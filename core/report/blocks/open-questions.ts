import { changeWords } from "../found-change.ts";
import type { Findings } from "../findings.ts";
import type { QuestionLeft } from "../questions-left.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { heading, paragraph, part } from "./block.ts";
import { listed, tabled } from "./measure.ts";

const WHY: Readonly<Record<QuestionLeft["why"], string>> = {
  next: "its answer would change most",
  referred: "somebody named them",
  "nobody-knew": "nobody who was asked knew",
  disputed: "the answers differ",
  "set-aside": "it was set aside",
};

/** What is still open, with whom to ask, and what could change the result. */
export function openQuestions({ findings }: Report): readonly Block[] {
  const left = tabled(
    "Questions that are open, with whom to ask",
    ["Question", "Whom to ask", "Open because"],
    findings.left.map(({ question, whom, why }) => [
      question,
      whom.length === 0 ? "nobody is known to know" : whom.join(", "),
      WHY[why],
    ]),
  );
  return [
    heading(1, "open", "Open questions"),
    ...(left.length === 0
      ? [paragraph("No question is open: none is left that would change what was found.")]
      : left),
    ...part(2, "changes", "What would change this", changes(findings)),
  ];
}

const NO_SINGLE_ANSWER =
  "No single answer that is still missing: only a change of the sketch, a revised answer, or something that happens there.";

/** What any single answer could do. The next question stands first among the open ones above. */
function changes({ verdict, wouldChange, next, asked }: Findings): readonly Block[] {
  const isLastWord = verdict === "nothing-found" && asked.length > 0 && next === null;
  if (wouldChange.length === 0 && isLastWord) return [paragraph(NO_SINGLE_ANSWER)];
  return listed(wouldChange.map((change) => `${change.question} ${changeWords(change)}`));
}
