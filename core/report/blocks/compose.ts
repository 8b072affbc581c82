import type { Cover, ReportDocument } from "../report-document.ts";
import type { Report } from "../report.ts";
import { appendix } from "./appendix.ts";
import { architecture } from "./architecture.ts";
import { executivePage } from "./executive.ts";
import { findingsTold } from "./findings.ts";
import { seamsTold } from "./grouped-seams.ts";
import { glossary, methodAndLimits } from "./method.ts";
import { openQuestions } from "./open-questions.ts";
import { withPageBreaks } from "./page-breaks.ts";
import { situation } from "./situation.ts";

/** A report as blocks, what a board reads first and what an engineer acts on after it. The same report gives the same blocks. */
export function reportDocument(report: Report): ReportDocument {
  const seams = seamsTold(report.findings);
  const told = [
    executivePage(report, seams),
    situation(report),
    architecture(report, seams),
    findingsTold(report, seams),
    openQuestions(report),
    methodAndLimits(report),
  ];
  const facts = appendix(report);
  const parts = [...told, glossary(report, [...told.flat(), ...facts]), facts];
  return {
    cover: coverOf(report),
    blocks: withPageBreaks(parts.filter((blocks) => blocks.length > 0)),
  };
}

function coverOf({ settings, findings }: Report): Cover {
  const { title, client, author, date, confidentiality, logo } = settings;
  return {
    title: title === "" ? findings.title : title,
    subtitle: "Findings of a structural diagnosis",
    client,
    author,
    date,
    confidentiality,
    logo,
  };
}
