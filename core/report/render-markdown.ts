import type { AskedQuestion, Finding, Findings, FoundMove } from "./findings.ts";
import { fixWords, percent } from "./wording.ts";

const VERDICTS = {
  "nothing-found":
    "No structural seam found. What was asked is listed below; no open question would change this result.",
  "too-little-known":
    "Too little is known to name a seam. What was asked, and what would change this, is below.",
} as const;

/** The findings as a Markdown document. What people wrote is text in it and never markup. */
export function renderMarkdown(findings: Findings): string {
  const blocks = [
    `# ${text(findings.title)}`,
    ...paragraphs(findings.summary),
    ...(findings.origin === null ? [] : [`Opened from the published case ${text(findings.origin)}.`]),
    ...(findings.verdict === "seams-found" ? [] : [VERDICTS[findings.verdict]]),
    ...section("Seams", findings.seams.flatMap(seam)),
    ...section("Also possible", list(findings.possible.map(oneLine))),
    ...section("What was asked", list(findings.asked.map(question))),
    ...section("Set aside", list(findings.setAside.map(text))),
    ...section("Said to need no agreement", list(findings.independent.map(text))),
    ...section("What would change this", findings.wouldChange === null ? [] : [text(findings.wouldChange)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** One line of Markdown that shows exactly these characters. */
export function text(value: string): string {
  return value
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&:@^$="']/g, (character) => `\\${character}`);
}

function paragraphs(value: string): readonly string[] {
  return value
    .split(/\n\s*\n/)
    .map(text)
    .filter((paragraph) => paragraph !== "");
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
}

function list(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")];
}

function oneLine({ between, title, likelihood, probability, invariant }: Finding): string {
  return `${between.map(text).join(" and ")}: ${text(title)} (${likelihood}, ${percent(probability)}). ${text(invariant)}`;
}

function seam(finding: Finding): readonly string[] {
  return [
    `### ${finding.between.map(text).join(" and ")}`,
    `> ${text(finding.invariant)}`,
    list([
      `Mechanism: ${text(finding.title)}${finding.zone === null ? "" : ` (${finding.zone})`}`,
      `How sure: ${finding.likelihood}, ${percent(finding.probability)}`,
      `Rung: ${finding.rung}`,
      ...(finding.note === null || finding.note === "" ? [] : [`Marked by a person: ${text(finding.note)}`]),
    ]).join(""),
    ...labelled("Contradiction", finding.contradiction),
    ...labelled("Absent layer", finding.absentLayer),
    ...(finding.moves.length === 0 ? [] : ["**Structural moves**", ...list(finding.moves.map(move))]),
    ...labelled("Where it goes next", finding.migration),
    ...proxyFixes(finding),
    ...(finding.evidence.length === 0
      ? []
      : [
          "**Evidence**",
          ...list(
            finding.evidence.map(
              ({ weight, because }) => `${weight < 0 ? "against" : "for"}: ${text(because)}`,
            ),
          ),
        ]),
  ];
}

/** The move, and under it what it was found to do on a copy of the sketch. */
function move({ text: words, outlook }: FoundMove): string {
  if (outlook === null) return text(words);
  const goesTo =
    outlook.goesTo.length === 0
      ? "Nothing else becomes noticeably more probable."
      : `It goes on to: ${outlook.goesTo.join("; ")}.`;
  return [text(words), `  - Tried on a copy: ${text(`${outlook.seam} ${goesTo}`)}`].join("\n");
}

function proxyFixes({ proxyFixes: { fixes, isAccumulating } }: Finding): readonly string[] {
  if (fixes.length === 0) return [];
  return [
    isAccumulating ? "**Accumulating proxy fixes**" : "**Proxy fix**",
    ...list(fixes.map((fix) => text(fixWords(fix)))),
  ];
}

function labelled(label: string, value: string): readonly string[] {
  return value === "" ? [] : [`**${label}.** ${text(value)}`];
}

function question({ about, asked, isDisputed, answers }: AskedQuestion): string {
  const said = answers.map(({ said: value, by, at, evidence = "", guessed = false }) => {
    const marks = [text(by), at.slice(0, 10), ...(guessed ? ["a guess"] : [])].join(", ");
    return `${text(value)} (${marks}${evidence === "" ? "" : `; evidence: ${text(evidence)}`})`;
  });
  return `${text(about)}. ${text(asked)}: ${said.join("; ")}${isDisputed ? ". Answered differently" : ""}`;
}
