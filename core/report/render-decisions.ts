import { idMaker } from "../interchange/make-id.ts";
import { decisionsOf, type Decision, type Option } from "./decisions.ts";
import { text } from "./render-markdown.ts";
import type { Report } from "./report.ts";
import { oneLine } from "./wording.ts";

/** The decisions of a session as records in the MADR form (version 4), by the name of the file. */
export function renderDecisions(report: Report): ReadonlyMap<string, string> {
  const stem = idMaker();
  return new Map(
    decisionsOf(report).map((decision, i) => {
      const name = `${String(i + 1).padStart(4, "0")}-${stem(decision.title, "decision")}.md`;
      return [name, record(decision)];
    }),
  );
}

function record(decision: Decision): string {
  const { title, status, date, by } = decision;
  const blocks = [
    [
      "---",
      `status: ${status}`,
      `date: ${date}`,
      ...(by.length === 0 ? [] : [`decision-makers: [${by.map(quoted).join(", ")}]`]),
      "---",
    ].join("\n"),
    `# ${text(title)}`,
    "## Context and Problem Statement",
    ...context(decision),
    ...part("## Decision Drivers", drivers(decision)),
    "## Considered Options",
    list(optionsOf(decision).map((option) => text(option.text))),
    "## Decision Outcome",
    outcome(decision),
    ...part("### Consequences", consequences(decision)),
    ...part("### Confirmation", confirmation(decision)),
    ...part("## Pros and Cons of the Options", decision.options.flatMap(prosAndCons)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A YAML string in double quotes; what a reader of YAML might take for a line break is escaped. */
function quoted(value: string): string {
  return JSON.stringify(oneLine(value).toWellFormed()).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function context({ between, contradiction, absentLayer }: Decision): readonly string[] {
  if (between.length === 0)
    return ["The sketch carries a structural move. What it was made for is no longer shown by the sketch."];
  return [
    `${between.map(text).join(" and ")} work independently and have to agree. ${text(contradiction)}`,
    ...(absentLayer === "" ? [] : [`What the architecture has no place for: ${text(absentLayer)}`]),
  ];
}

function drivers({ invariant }: Decision): readonly string[] {
  return invariant === "" ? [] : [list([`What must hold: ${text(invariant)}`])];
}

const AS_IT_IS = "Leave the architecture as it is, and state and check the agreement";

function optionsOf({ chosen, options }: Decision): readonly Option[] {
  const named = options.some((option) => option.text === chosen) || chosen === null;
  const all = named ? options : [{ text: chosen, found: "", goesTo: [] }, ...options];
  return [...all, { text: AS_IT_IS, found: "", goesTo: [] }];
}

function outcome({ chosen, on }: Decision): string {
  if (chosen === null) return "Not decided. Whoever decides names the option here, and why.";
  const carried = on.length === 0 ? "" : ` In the sketch it is carried by: ${on.map(text).join("; ")}.`;
  return `Chosen option: “${text(chosen)}”. It was taken over into the sketch.${carried} Why it was chosen over the others is for those who chose it to add.`;
}

function consequences({ chosen, absentLayer, migration }: Decision): readonly string[] {
  const items = [
    ...(chosen === null || absentLayer === "" ? [] : [`Good, because it adds: ${text(absentLayer)}`]),
    ...(migration === "" ? [] : [`While the layer stays absent, the contradiction goes: ${text(migration)}`]),
  ];
  return items.length === 0 ? [] : [list(items)];
}

function confirmation({ check, invariant }: Decision): readonly string[] {
  const sentence = check === "" ? invariant : check;
  return sentence === "" ? [] : [`Compare continuously what both sides believe: ${text(sentence)}`];
}

function prosAndCons({ text: words, found, goesTo }: Option): readonly string[] {
  const items = [
    ...(found === "" ? [] : [`Tried on a copy of the sketch: ${text(found)}`]),
    ...goesTo.map((sentence) => `Bad, because the contradiction goes on to: ${text(sentence)}`),
  ];
  return items.length === 0 ? [] : [`### ${text(words)}`, list(items)];
}

function part(heading: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [heading, ...blocks];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
