import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { heading, paragraph, paragraphs, strong, table } from "./block.ts";
import { countOf, peopleIn } from "./counts.ts";
import { firstStep } from "./first-step.ts";
import type { SeamTold } from "./grouped-seams.ts";
import { resultWords } from "./result-words.ts";
import { SEAM_COLUMNS, seamRow } from "./seam-row.ts";

/** The page for those who read one page. */
export function executivePage(report: Report, seams: readonly SeamTold[]): readonly Block[] {
  const { findings } = report;
  return [
    heading(1, "in-short", "In short"),
    paragraph(strong("What was looked at."), ` ${lookedAt(report)}`),
    ...paragraphs(findings.summary),
    paragraph(strong("Result."), ` ${resultWords(findings, seams).join(" ")}`),
    ...table(
      "Seams, each with its rung and how sure this is",
      SEAM_COLUMNS,
      seams.slice(0, LISTED).map(seamRow),
    ),
    ...furtherOn(seams),
    paragraph(strong("What to do first."), ` ${firstStep(findings, seams).join(" ")}`),
  ];
}

/** As many seams as have room on a page beside the rest. */
const LISTED = 12;

function furtherOn(seams: readonly SeamTold[]): readonly Block[] {
  const next = seams[LISTED];
  if (next === undefined) return [];
  const where = next.isInFull
    ? { text: `seam ${next.number}`, href: `#${next.id}` }
    : { text: "further seams", href: "#further" };
  return [paragraph(`These are the first ${LISTED} of ${seams.length}; they go on with `, where, ".")];
}

function lookedAt({ session, findings }: Report): string {
  const { components, connections, boundaries } = session.architecture;
  if (components.length === 0) return `“${findings.title}”, a sketch on which nothing is drawn yet.`;
  const drawn = [
    countOf(components.length, "component"),
    countOf(connections.length, "connection"),
    ...(boundaries.length === 0 ? [] : [countOf(boundaries.length, "boundary", "boundaries")]),
  ];
  const { asked } = findings;
  const people = peopleIn(session);
  if (asked.length === 0)
    return `“${findings.title}”, a sketch of ${drawn.join(", ")}. Nothing was answered yet.`;
  const disputed = asked.filter(({ isDisputed }) => isDisputed).length;
  const unknown = asked.filter(({ isUnknown }) => isUnknown).length;
  return [
    `“${findings.title}”, a sketch of ${drawn.join(", ")}.`,
    people.length === 0
      ? `${countOf(asked.length, "fact")} ${asked.length === 1 ? "is" : "are"} stated in it.`
      : `${countOf(asked.length, "fact")} ${asked.length === 1 ? "was" : "were"} answered by ${countOf(people.length, "person", "people")}.`,
    ...(disputed === 0 ? [] : [`To ${countOf(disputed, "question")} the answers differ.`]),
    ...(unknown === 0 ? [] : [`To ${countOf(unknown, "question")} nobody knew the answer.`]),
  ].join(" ");
}
