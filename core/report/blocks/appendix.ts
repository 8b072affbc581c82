import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, heading, paragraph, part, table } from "./block.ts";
import { answerWords } from "./evidence.ts";
import { IN_THE_FILE, listed } from "./measure.ts";
import { factsCount } from "./method.ts";

/** Everything that was answered, as far as it can be printed, and what was taken over or set aside. */
export function appendix(report: Report): readonly Block[] {
  const { asked, setAside, movesTaken } = report.findings;
  return [
    ...(asked.length <= MOST_FACTS ? allFacts(report) : openFacts(report)),
    ...part(
      2,
      "moves-taken",
      "Moves taken over into the sketch",
      bullets(
        movesTaken.map(
          ({ text, by, at, on }) =>
            `${text} By ${by}, ${at.slice(0, 10)}; it is carried by: ${on.join("; ")}.`,
        ),
      ),
    ),
    ...part(2, "set-aside", "Questions set aside", listed(setAside)),
  ];
}

/** Some two hundred pages of them. */
const MOST_FACTS = 5_000;

function allFacts(report: Report): readonly Block[] {
  return [
    heading(1, "facts", "Appendix: all facts"),
    paragraph(factsCount(report)),
    ...factsTable("What was asked and answered, element by element", report.findings.asked),
  ];
}

/** Of more facts than anybody prints those that nobody settled; what bears on a seam stands with it anyway. */
function openFacts(report: Report): readonly Block[] {
  const open = report.findings.asked.filter(({ isDisputed, isUnknown }) => isDisputed || isUnknown);
  const shown = open.slice(0, MOST_FACTS);
  const count = shown.length < open.length ? `the first ${MOST_FACTS} of ${open.length}` : "those";
  return [
    heading(1, "facts", "Appendix: facts that are open"),
    paragraph(
      `${factsCount(report)} They are too many to be printed. What bears on a seam stands with it. Here are ${count} on which the answers differ or which nobody knew; ${IN_THE_FILE}`,
    ),
    ...factsTable("What was asked and is not settled, element by element", shown),
  ];
}

function factsTable(caption: string, asked: Report["findings"]["asked"]): readonly Block[] {
  return table(
    caption,
    ["About", "Asked", "Answered"],
    asked.map((question, i) => [
      question.about === asked[i - 1]?.about ? "" : question.about,
      question.asked,
      answerWords(question),
    ]),
  );
}
