import { fixWords, percent } from "../wording.ts";
import { sayDuration, sayRelation, sayTolerance } from "../say-check.ts";
import type { Finding } from "../finding.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, definitions, heading, labelled, paragraph, part, strong } from "./block.ts";
import { drawSurroundings } from "./drawings.ts";
import { answersTable, weights } from "./evidence.ts";
import { nameOf, rungWords, type SeamTold } from "./grouped-seams.ts";
import { moves } from "./moves.ts";
import { caseLink } from "./situation.ts";

/** One seam with everything that is known of it: the leading explanation, and below it what else may explain it. */
export function seamTold(report: Report, seam: SeamTold): readonly Block[] {
  const { lead, others, id, number } = seam;
  const near = drawSurroundings(report, seam);
  return [
    heading(2, id, `Seam ${number}: ${nameOf(seam)}`),
    ...(seam.standing === "kept" ? [paragraph(KEPT)] : []),
    ...explanation(report, lead, id),
    ...(near === null
      ? []
      : [
          {
            type: "figure",
            id: `${id}-figure`,
            caption: `${nameOf(seam)}, and what lies next to them.`,
            drawing: near,
          } as const,
        ]),
    ...others.flatMap((other, i) => otherExplanation(report, lead, other, `${id}-${i + 2}`)),
  ];
}

const KEPT = "People keep this as a seam. Nothing that was answered so far makes it likely.";

function explanation(report: Report, finding: Finding, id: string): readonly Block[] {
  return [
    {
      type: "invariant",
      sentence: finding.invariant,
      below: `Rung: ${rungWords(finding)}. ${finding.owner === "" ? "Nobody is named to keep it." : `Kept by ${finding.owner}.`}`,
    },
    ...definitions([
      ["Mechanism", `${finding.title}${finding.zone === null ? "" : ` (${finding.zone})`}`],
      ["How sure", `${finding.likelihood}, ${percent(finding.probability)}`],
      ...(finding.failureClass === null
        ? []
        : [["Failure class", finding.failureClass.replaceAll("-", " ")] as const]),
    ]),
    ...labelled(
      "In people’s own words",
      finding.proposedInvariant === null ? "" : `The engine proposes: ${finding.proposedInvariant}`,
    ),
    ...labelled("Marked by a person", finding.note ?? ""),
    ...part(3, `${id}-contradiction`, "The contradiction", [
      paragraph(finding.contradiction),
      paragraph(finding.stance.because),
    ]),
    ...part(3, `${id}-why`, "How sure this is, and why", weights(finding)),
    ...part(3, `${id}-answers`, "What was answered", answersTable(finding.answers)),
    ...part(3, `${id}-fixes`, fixesTitle(finding), fixes(finding)),
    ...part(3, `${id}-moves`, "What is absent, and what would add it", [
      ...labelled("Absent layer", finding.absentLayer),
      ...moves(report, finding, id),
      ...labelled("Where it goes while the layer stays absent", finding.migration),
    ]),
    ...part(3, `${id}-check`, "Agreement check", check(finding)),
    ...part(3, `${id}-cases`, "Published cases nearest to this", cases(report, finding)),
  ];
}

function fixesTitle({ proxyFixes }: Finding): string {
  return proxyFixes.isAccumulating ? "Fixes made, accumulating" : "Fix made";
}

function fixes({ proxyFixes: { fixes: made } }: Finding): readonly Block[] {
  return bullets(made.map((fix) => fixWords(fix)));
}

function check({ agreementCheck, rung, restsOnAnswers }: Finding): readonly Block[] {
  if (agreementCheck === null) return [];
  const { reads, relation, tolerance, maximumAgeSeconds, sentence } = agreementCheck;
  const [first, second] = reads;
  const runs = restsOnAnswers && rung.startsWith("verified");
  return [
    paragraph(
      runs
        ? "The agreement was said to be verified. This is what a comparison of both sides would look like."
        : "Both sides can be healthy while this is broken. A proposal for a comparison that would show it:",
    ),
    paragraph(sentence),
    ...definitions([
      [`Read of ${first.from}`, first.projection],
      [`Read of ${second.from}`, second.projection],
      ["Relation", `the first ${sayRelation(relation)} the second`],
      ["Tolerance", sayTolerance(tolerance)],
      ["Counts as unknown after", sayDuration(maximumAgeSeconds)],
    ]),
  ];
}

function cases({ context }: Report, { cases: near }: Finding): readonly Block[] {
  return bullets(
    near.map(({ title, slug, summary, by }) => [
      caseLink(title, slug, context.origin),
      `${by === "mechanism" ? " (the same mechanism)" : " (the same zone)"}: ${summary}`,
    ]),
  );
}

/** Another explanation of the same seam, without what the first one said already. */
function otherExplanation(report: Report, lead: Finding, other: Finding, id: string): readonly Block[] {
  const said = new Set(lead.evidence.map(({ because }) => because));
  return [
    heading(3, id, `Here too: ${other.title}`),
    paragraph(strong("What must hold."), ` ${other.invariant}`),
    paragraph(
      strong("How sure."),
      ` ${other.likelihood}, ${percent(other.probability)}${other.zone === null ? "" : ` (${other.zone})`}`,
    ),
    ...labelled("Contradiction", other.contradiction),
    ...weights(
      { ...other, evidence: other.evidence.filter(({ because }) => !said.has(because)) },
      said.size > 0,
    ),
    ...labelled("Absent layer", other.absentLayer),
    ...moves(report, other, id),
    ...labelled("Where it goes while the layer stays absent", other.migration),
    ...labelled("Agreement check", other.agreementCheck?.sentence ?? ""),
    ...cases(report, other),
  ];
}
