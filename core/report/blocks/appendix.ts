import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, heading, paragraph, part, table } from "./block.ts";
import { answerWords } from "./evidence.ts";
import { factsCount } from "./method.ts";

/** Everything that was answered, and what was taken over or set aside. */
export function appendix(report: Report): readonly Block[] {
  const { asked, setAside, movesTaken } = report.findings;
  return [
    heading(1, "facts", "Appendix: all facts"),
    paragraph(factsCount(report)),
    ...table(
      "What was asked and answered, element by element",
      ["About", "Asked", "Answered"],
      asked.map((question, i) => [
        question.about === asked[i - 1]?.about ? "" : question.about,
        question.asked,
        answerWords(question),
      ]),
    ),
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
    ...part(2, "set-aside", "Questions set aside", bullets(setAside)),
  ];
}
