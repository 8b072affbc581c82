import { percent } from "../wording.ts";
import type { Findings } from "../findings.ts";
import { nameOf, type SeamTold } from "./grouped-seams.ts";

/** What a session came to, in at most three sentences. */
export function resultWords(findings: Findings, seams: readonly SeamTold[]): readonly string[] {
  if (findings.verdict !== "seams-found") return withoutSeams(findings);
  const likely = seams.filter(({ standing }) => standing !== "kept");
  const [first] = likely;
  return [
    countWords(likely),
    ...(first === undefined
      ? []
      : [
          `The most probable is between ${nameOf(first)}: ${first.lead.title.toLowerCase()}, ${percent(first.lead.probability)}.`,
          firstRung(likely),
        ]),
  ];
}

function countWords(seams: readonly SeamTold[]): string {
  const count = (number: number) => (number === 1 ? "1 seam" : `${number} seams`);
  const found = seams.filter(({ standing }) => standing === "found").length;
  const suspected = seams.length - found;
  const parts = [
    ...(found > 0 ? [`${count(found)} found`] : []),
    ...(suspected > 0 ? [`${count(suspected)} suspected from the sketch alone, with nothing asked yet`] : []),
  ];
  return `${parts.join("; ")}.`;
}

/** Whether anything holds the agreements that were found. */
function firstRung(seams: readonly SeamTold[]): string {
  const asked = seams.filter(({ lead }) => lead.restsOnAnswers);
  const held = asked.filter(({ lead }) => !lead.rung.startsWith("unstated")).length;
  if (asked.length === 0)
    return "Nobody was asked yet whether these agreements are written or held anywhere.";
  if (asked.length === 1) return held === 0 ? UNHELD : HELD;
  if (held === 0)
    return "As far as was answered, none of these agreements is written anywhere or held by anything.";
  return `Of the ${asked.length} agreements that were asked about, ${held} ${held === 1 ? "is" : "are"} at least written somewhere; each is worth only the conditions it was shown under.`;
}

const UNHELD = "As far as was answered, that agreement is written nowhere and held by nothing.";
const HELD =
  "That agreement is at least written somewhere; it is worth only the conditions it was shown under.";

function withoutSeams(findings: Findings): readonly string[] {
  const { asked, setAside, toBeAsked, independent, dismissed, fit, verdict } = findings;
  const isUntouched = [asked, setAside, toBeAsked, independent, dismissed].every(
    ({ length }) => length === 0,
  );
  if (isUntouched && fit?.verdict === "elsewhere")
    return [
      "A poor fit: the signs speak against a structural failure, and nothing was asked.",
      "What would help instead is named below.",
    ];
  if (verdict === "too-little-known")
    return [
      "Too little is known to name a seam.",
      "What was asked, and what would change this, is told below.",
    ];
  if (isUntouched) return ["Nothing was asked: as it is drawn, the sketch calls for no question yet."];
  return [
    "No structural seam found so far.",
    toBeAsked.length > 0
      ? "What is still to be asked of others could change this result."
      : "What was asked, and what would change this, is told below.",
  ];
}
