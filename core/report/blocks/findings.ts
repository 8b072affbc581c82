import { percent } from "../wording.ts";
import type { DismissedFinding } from "../dismissed-findings.ts";
import type { Finding } from "../finding.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { heading, paragraph, part } from "./block.ts";
import { seamTold } from "./finding.ts";
import type { SeamTold } from "./grouped-seams.ts";
import { IN_THE_FILE, listed, tabled } from "./measure.ts";
import { SEAM_COLUMNS, seamRow } from "./seam-row.ts";

/** The seams one by one, then what is possible, and what was ruled out or set aside by people. */
export function findingsTold(report: Report, seams: readonly SeamTold[]): readonly Block[] {
  const { possible, dismissed, independent } = report.findings;
  const ofStanding = (standing: SeamTold["standing"]) =>
    seams
      .filter((seam) => seam.standing === standing && seam.isInFull)
      .flatMap((seam) => seamTold(report, seam));
  const others = [
    ...part(2, "possible", "Also possible", listed(possible.map(oneLine))),
    ...part(2, "independent", "Said to need no agreement", listed(independent)),
    ...part(2, "dismissed", "Dismissed", listed(dismissed.map(dismissal))),
  ];
  const suspected = ofStanding("suspected");
  return [
    ...part(1, "seams", "Seams", ofStanding("found")),
    ...part(1, "suspected", "Suspected from the sketch alone", [
      ...(suspected.length === 0 ? [] : [paragraph(SUSPECTED)]),
      ...suspected,
    ]),
    ...part(1, "kept", "Kept by people, and not likely so far", ofStanding("kept")),
    ...part(1, "further", "Further seams", further(seams)),
    ...(others.length === 0 ? [] : [heading(1, "others", "What else was considered"), ...others]),
  ];
}

/** Seams that come after those of which everything is told. */
function further(seams: readonly SeamTold[]): readonly Block[] {
  const others = seams.filter(({ isInFull }) => !isInFull);
  if (others.length === 0) return [];
  return [
    paragraph(
      `Everything is told of the first ${seams.length - others.length} seams, and moves were tried for them alone. These come after them, in a line each; ${IN_THE_FILE}`,
    ),
    ...tabled("Further seams, with how sure each is", SEAM_COLUMNS, others.map(seamRow)),
  ];
}

const SUSPECTED =
  "The drawing speaks for these, and nothing was answered about them yet. They are questions, not findings.";

function oneLine({ between, title, likelihood, probability, invariant }: Finding): string {
  return `${between.join(" and ")}: ${title} (${likelihood}, ${percent(probability)}). ${invariant}`;
}

function dismissal(one: DismissedFinding): string {
  const { between, title, likelihood, probability, reason, by, at } = one;
  const why = reason === "" ? "no reason given" : reason;
  return `${between.join(" and ")}: ${title} (${likelihood}, ${percent(probability)}). By ${by}, ${at.slice(0, 10)}: ${why}`;
}
