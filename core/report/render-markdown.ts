import type { Block, Cover, ReportDocument, Row, Run } from "./report-document.ts";
import { safeHref } from "./safe-href.ts";

/** A report as a Markdown document. What people wrote is text in it and never markup. */
export function renderMarkdown({ cover, blocks }: ReportDocument): string {
  const count = { figure: 0, table: 0 };
  const written = blocks.flatMap((block) => {
    if (block.type === "figure") count.figure += 1;
    if (block.type === "table") count.table += 1;
    return blockText(block, count);
  });
  return `${[...coverText(cover), ...written].join("\n\n")}\n`;
}

/** How many figures and tables there are so far, to number the next one. */
interface Count {
  readonly figure: number;
  readonly table: number;
}

function coverText({ title, subtitle, client, author, date, confidentiality }: Cover): readonly string[] {
  const line = [client, author, date].filter((part) => part !== "").map(text);
  return [
    `# ${text(title)}`,
    `${text(subtitle)}${line.length === 0 ? "" : ` · ${line.join(" · ")}`}`,
    ...(confidentiality === "" ? [] : [`*${text(confidentiality)}*`]),
  ];
}

function blockText(block: Block, count: Count): readonly string[] {
  switch (block.type) {
    case "heading":
      return [`${"#".repeat(block.level + 1)} ${text(block.text)}`];
    case "paragraph":
      return [line(block.runs)].filter((words) => words !== "");
    case "invariant":
      return [`> ${text(block.sentence)}\n>\n> ${text(block.below)}`];
    case "list":
      return [block.items.map((item, i) => itemText(item, block.isOrdered ? `${i + 1}.` : "-")).join("\n")];
    case "definitions":
      return [block.entries.map(({ term, runs }) => `- **${text(term)}**: ${line(runs)}`).join("\n")];
    case "table":
      return [`*Table ${count.table}. ${text(block.caption)}*`, tableText(block.head, block.rows)];
    case "figure":
      return [
        `*Figure ${count.figure}. ${text(block.caption)}*`,
        `In words: ${text(block.drawing.alternative)}`,
      ];
    case "page-break":
      return [];
  }
}

function itemText(blocks: readonly Block[], mark: string): string {
  const [first = "", ...more] = blocks.flatMap((block) => blockText(block, { figure: 0, table: 0 }));
  const indent = " ".repeat(mark.length + 1);
  const below = more.map((part) => `\n\n${part.replaceAll(/^(?=.)/gm, indent)}`);
  return `${mark} ${first}${below.join("")}`;
}

function tableText(head: readonly string[], rows: readonly Row[]): string {
  const rowText = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    rowText(head.map(text)),
    rowText(head.map(() => "---")),
    ...rows.map((cells) => rowText(cells.map(line))),
  ].join("\n");
}

/** Words in a row on one line. */
function line(runs: readonly Run[]): string {
  return runs.map(runText).join("").trim();
}

function runText({ text: words, face, href }: Run): string {
  const escaped = escape(words);
  const core = escaped.trim();
  if (core === "") return escaped;
  const start = escaped.indexOf(core);
  const faced = face === undefined ? core : FACES[face](core, words.trim());
  const address = safeHref(href);
  const linked = address === null || address.startsWith("#") ? faced : `[${faced}](<${address}>)`;
  return `${escaped.slice(0, start)}${linked}${escaped.slice(start + core.length)}`;
}

const FACES: Readonly<Record<NonNullable<Run["face"]>, (escaped: string, words: string) => string>> = {
  strong: (escaped) => `**${escaped}**`,
  emphasis: (escaped) => `*${escaped}*`,
  mono: (escaped, words) => (/[`|\s]/.test(words) ? escaped : `\`${words}\``),
};

/** Always markup somewhere; only at the start of a line, before a word or in an address; the rest is left to be read. */
const MARKUP = /[\\`*_{}[\]<>#|~@^$]|&(?=#?\w)|:(?=\S)|^[-+=]|(?<=www)\./gi;

/** One line of Markdown that shows exactly these characters. */
export function text(value: string): string {
  return escape(value.trim());
}

function escape(value: string): string {
  return value
    .replaceAll(/\s+/g, " ")
    .replaceAll(MARKUP, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
