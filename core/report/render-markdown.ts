import type { DismissedFinding } from "./dismissed-findings.ts";
import { FIT_WORDING } from "../fit/assess-fit.ts";
import type { AskedQuestion } from "./asked-questions.ts";
import type { Finding, Findings, FoundMove } from "./findings.ts";
import { changeWords } from "./found-change.ts";
import type { FoundFit } from "./found-fit.ts";
import { fixWords, percent } from "./wording.ts";

const VERDICTS = {
  "nothing-found": "No structural seam found so far. What was asked, and what would change this, is below.",
  "too-little-known":
    "Too little is known to name a seam. What was asked, and what would change this, is below.",
} as const;

/** Nothing was found in what was answered, and what others know may change that. */
const OTHERS_MAY_KNOW =
  "No structural seam found so far. What was asked is listed below; what is still to be asked of others could change this result.";

/** A sketch that calls for no question has not been shown to be without a seam. */
const NOTHING_ASKED = "Nothing was asked: as it is drawn, the sketch calls for no question yet.";

const NO_SINGLE_ANSWER =
  "No single answer that is still missing: only a change of the sketch, a revised answer, or something that happens there.";

/** Said to people who ended where they began, because the signs told them to. */
const POOR_FIT = "A poor fit: the signs below speak against a structural failure, and nothing was asked.";

/** The findings as a Markdown document. What people wrote is text in it and never markup. */
export function renderMarkdown(findings: Findings): string {
  const seams = [...Map.groupBy(findings.seams, ({ pair }) => pair).values()];
  const found = seams.filter((explanations) => explanations.some(({ restsOnAnswers }) => restsOnAnswers));
  const suspected = seams.filter((explanations) => !found.includes(explanations));
  const kept = [...Map.groupBy(findings.kept, ({ pair }) => pair).values()];
  const blocks = [
    `# ${text(findings.title)}`,
    ...paragraphs(findings.summary),
    ...(findings.origin === null ? [] : [`Opened from the published case ${text(findings.origin)}.`]),
    `**Result.** ${result(findings, found.length, suspected.length)}`,
    ...section("Fit", findings.fit === null ? [] : fit(findings.fit)),
    ...section("Seams", found.flatMap(seam)),
    ...section("Suspected from the sketch alone", suspected.flatMap(seam)),
    ...section("Kept by people, and not likely so far", kept.flatMap(seam)),
    ...section("Also possible", list(findings.possible.map(oneLine))),
    ...section("What was asked", asked(findings.asked)),
    ...section("To be asked", list(findings.toBeAsked.map(toBeAsked))),
    ...section("Set aside", list(findings.setAside.map(text))),
    ...section("Said to need no agreement", list(findings.independent.map(text))),
    ...section("Dismissed", list(findings.dismissed.map(dismissed))),
    ...section("What would change this", changes(findings)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function result(findings: Findings, found: number, suspected: number): string {
  if (findings.verdict !== "seams-found") return withoutSeams(findings, findings.verdict);
  const count = (seams: number) => (seams === 1 ? "1 seam" : `${seams} seams`);
  const parts = [
    ...(found > 0 ? [`${count(found)} found`] : []),
    ...(suspected > 0 ? [`${count(suspected)} suspected from the sketch alone, with nothing asked yet`] : []),
  ];
  return `${parts.join("; ")}.`;
}

function withoutSeams(findings: Findings, verdict: keyof typeof VERDICTS): string {
  const { asked: answered, setAside, toBeAsked: open, independent, dismissed: left } = findings;
  const isUntouched = [answered, setAside, open, independent, left].every(({ length }) => length === 0);
  if (isUntouched && findings.fit?.verdict === "elsewhere") return POOR_FIT;
  if (verdict === "too-little-known") return VERDICTS[verdict];
  if (isUntouched) return NOTHING_ASKED;
  return open.length > 0 ? OTHERS_MAY_KNOW : VERDICTS[verdict];
}

/** With a seam found, the next question is all that may change it; without one, what any single answer could do. */
function changes({ verdict, wouldChange, next, asked: questions }: Findings): readonly string[] {
  const items = [
    ...wouldChange.map((change) => `${text(change.question)} ${text(changeWords(change))}`),
    ...(next === null || wouldChange.some(({ question }) => question === next) ? [] : [text(next)]),
  ];
  const isLastWord = verdict === "nothing-found" && questions.length > 0;
  if (items.length === 0 && isLastWord) return [NO_SINGLE_ANSWER];
  return list(items);
}

function fit({ verdict, signsFor, signsAgainst, instead }: FoundFit): readonly string[] {
  const labelledList = (label: string, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [`**${label}**`, ...list(sentences)];
  return [
    `${FIT_WORDING[verdict].heading}.`,
    ...labelledList("These signs speak against a structural failure", signsAgainst),
    ...labelledList("These signs speak for one", signsFor),
    ...(verdict === "elsewhere" ? labelledList("What would help instead", instead) : []),
  ];
}

/** Always markup somewhere; only at the start of a line, before a word or in an address; the rest is left to be read. */
const MARKUP = /[\\`*_{}[\]<>#|~@^$]|&(?=#?\w)|:(?=\S)|^[-+=]|(?<=^\d+)[.)]|(?<=www)\./gi;

/** One line of Markdown that shows exactly these characters. */
export function text(value: string): string {
  return value.replaceAll(/\s+/g, " ").trim().replaceAll(MARKUP, "\\$&");
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

function dismissed({ between, title, likelihood, probability, reason, by, at }: DismissedFinding): string {
  const why = reason === "" ? "no reason given" : text(reason);
  return `${between.map(text).join(" and ")}: ${text(title)} (${likelihood}, ${percent(probability)}). By ${text(by)}, ${at.slice(0, 10)}: ${why}`;
}

/** One seam with everything that explains it: the most probable first, the others below it without saying anything twice. */
function seam([first, ...others]: readonly Finding[]): readonly string[] {
  if (first === undefined) return [];
  const said = new Set(first.evidence.map(({ because }) => because));
  return [
    `### ${first.between.map(text).join(" and ")}`,
    ...explanation(first, first.evidence, "Speaks"),
    ...others.flatMap((other) => [
      `#### Here too: ${text(other.title)}`,
      ...explanation(
        other,
        other.evidence.filter(({ because }) => !said.has(because)),
        "Beside the above speaks",
      ),
    ]),
  ];
}

function explanation(finding: Finding, evidence: Finding["evidence"], speaks: string): readonly string[] {
  return [
    `> ${text(finding.invariant)}`,
    ...list([
      `Mechanism: ${text(finding.title)}${finding.zone === null ? "" : ` (${finding.zone})`}`,
      `How sure: ${finding.likelihood}, ${percent(finding.probability)}`,
      `Rung: ${finding.restsOnAnswers ? finding.rung : "not asked yet"}`,
      ...(finding.owner === "" ? [] : [`Owner: ${text(finding.owner)}`]),
      ...(finding.proposedInvariant === null
        ? []
        : [`In people’s own words. The engine proposes: ${text(finding.proposedInvariant)}`]),
      ...(finding.note === null || finding.note === "" ? [] : [`Marked by a person: ${text(finding.note)}`]),
    ]),
    ...labelled("Contradiction", finding.contradiction),
    ...labelled("Absent layer", finding.absentLayer),
    ...(finding.moves.length === 0 ? [] : ["**Structural moves**", ...list(finding.moves.map(move))]),
    ...labelled("Where it goes next", finding.migration),
    ...proxyFixes(finding),
    ...weighed(
      `${speaks} for it`,
      evidence.filter(({ weight }) => weight > 0),
    ),
    ...weighed(
      `${speaks} against it`,
      evidence.filter(({ weight }) => weight < 0),
    ),
  ];
}

function weighed(label: string, evidence: Finding["evidence"]): readonly string[] {
  return evidence.length === 0 ? [] : [`**${label}**`, ...list(evidence.map(({ because }) => text(because)))];
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

/** Each element once, with everything that was asked about it. */
function asked(questions: readonly AskedQuestion[]): readonly string[] {
  const elements = Map.groupBy(questions, ({ about }) => about);
  const items = [...elements].map(([about, those]) =>
    [`**${text(about)}**`, ...those.map((one) => `  - ${question(one)}`)].join("\n"),
  );
  return list(items);
}

function toBeAsked({ who, questions }: Findings["toBeAsked"][number]): string {
  return [`**${text(who)}**`, ...questions.map((one) => `  - ${text(one)}`)].join("\n");
}

function question({ asked: wording, isDisputed, answers }: AskedQuestion): string {
  const said = answers.map(({ said: value, by, at, evidence = "", guessed = false }) => {
    const marks = [text(by), at.slice(0, 10), ...(guessed ? ["a guess"] : [])].join(", ");
    return `${text(value)} (${marks}${evidence === "" ? "" : `; evidence: ${text(evidence)}`})`;
  });
  return `${text(wording)}: ${said.join("; ")}${isDisputed ? ". Answered differently" : ""}`;
}
