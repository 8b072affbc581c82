import type { ImportFile, ImportProblem } from "../importer.ts";
import { LARGEST_WRITTEN, readYaml, refuse } from "../read-document.ts";
import { err, ok, type Result } from "../../result.ts";

const HEADER =
  /^\s{0,200}(?:(graph|flowchart(?:-elk)?)(?:\s{1,200}(?:LR|RL|TB|BT|TD|BR|[<>^v]))?\s{0,200}(?:;|$)|(C4(?:Context|Container|Component|Dynamic|Deployment))\s{0,200}$)/;
const OTHER =
  /^\s{0,200}(sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|journey|gantt|pie|quadrantChart|requirementDiagram|gitGraph|mindmap|timeline|zenuml|sankey(?:-beta)?|xychart(?:-beta)?|block(?:-beta)?|packet(?:-beta)?|kanban|architecture(?:-beta)?|radar(?:-beta)?|treemap(?:-beta)?)(?=[\s:]|$)/;
const FENCE = /^\s{0,200}(`{3,}|~{3,}|:{3,})\s{0,20}\{?mermaid\b/;

/** A drawing as it is parsed: comments and settings are empty lines, so that every line keeps its number. */
export interface MermaidSource {
  readonly kind: "flowchart" | "c4";
  readonly text: string;
  /** Where the first statement begins. */
  readonly start: number;
  /** The number of the line in the file on which the text begins. */
  readonly firstLine: number;
  readonly title: string | null;
  /** What comments of ours say, by the line that they stand above. */
  readonly marks: ReadonlyMap<number, readonly string[]>;
  /** How many other drawings the file holds. */
  readonly others: number;
}

/** Whether a file looks like Mermaid of any kind, or like Markdown with Mermaid in it. */
export function looksLikeMermaid(text: string): boolean {
  const lines = text.slice(0, 200_000).split(/\r?\n/);
  return lines.some((line) => FENCE.test(line)) || firstWord(lines) !== null;
}

function firstWord(lines: readonly string[]): RegExpExecArray | null {
  const body = withoutFrontmatter(lines.map((line) => line.replace(/^\uFEFF/, ""))).lines;
  const first = body.find((line) => line.trim() !== "" && !line.trimStart().startsWith("%%"));
  return first === undefined ? null : (HEADER.exec(first) ?? OTHER.exec(first));
}

/** Finds the drawing in a file: the whole of it, or the first block of its Markdown that can be read. */
export function findMermaid(file: ImportFile): Result<MermaidSource, readonly ImportProblem[]> {
  if (file.text.length > LARGEST_WRITTEN)
    return refuse(file, null, "it is larger than 2 million characters: choose a smaller one");
  const lines = file.text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const blocks = fencedBlocks(lines);
  const drawings = (blocks.length > 0 ? blocks : [{ firstLine: 1, lines }]).map(asSource);
  const readable = drawings.find((one) => one.ok);
  if (readable !== undefined) return ok({ ...readable.value, others: drawings.length - 1 });
  const [line, message] = drawings[0]?.ok === false ? drawings[0].error : [null, NOTHING];
  return refuse(file, line, message);
}

const NOTHING = "there is no flowchart and no C4 diagram in it: choose another";

interface Block {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

function fencedBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = FENCE.exec(lines[index] ?? "")?.[1];
    if (fence === undefined) continue;
    const start = index + 1;
    index = start;
    while (index < lines.length && !lines[index]?.trimStart().startsWith(fence)) index += 1;
    blocks.push({ firstLine: start + 1, lines: lines.slice(start, index) });
  }
  return blocks;
}

function asSource(block: Block): Result<MermaidSource, readonly [number | null, string]> {
  const { firstLine } = block;
  const { title, lines: body } = withoutFrontmatter(block.lines);
  const marks = new Map<number, readonly string[]>();
  const lines = withoutDirectives(body).map((line, index) => {
    if (!/^\s*%%/.test(line)) return line;
    const mark = /^\s*%% seamark ([!-~ ]{1,60000})$/.exec(line)?.[1];
    if (mark !== undefined) marks.set(firstLine + index + 1, mark.split(" "));
    return "";
  });
  const at = lines.findIndex((line) => line.trim() !== "");
  const header = HEADER.exec(lines[at] ?? "");
  if (header === null) return err([at === -1 ? null : firstLine + at, refusal(lines[at] ?? "")]);
  const before = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  return ok({
    kind: header[1] === undefined ? "c4" : "flowchart",
    text: lines.join("\n"),
    start: before + header[0].length,
    firstLine,
    title,
    marks,
    others: 0,
  });
}

function refusal(line: string): string {
  const other = OTHER.exec(line)?.[1];
  return other === undefined
    ? NOTHING
    : `it is a ${other}, and of Mermaid only flowcharts and C4 diagrams are read: choose one of those`;
}

/** `%%{init: …}%%` configures how it is drawn, and may go over several lines. */
function withoutDirectives(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.map((line) => {
    if (!inside && !line.trimStart().startsWith("%%{")) return line;
    inside = !line.includes("}%%");
    return "";
  });
}

function withoutFrontmatter(lines: readonly string[]): {
  readonly title: string | null;
  readonly lines: readonly string[];
} {
  const start = lines.findIndex((line) => line.trim() !== "");
  if (lines[start]?.trim() !== "---") return { title: null, lines };
  const end = lines.findIndex((line, index) => index > start && line.trim() === "---");
  if (end === -1) return { title: null, lines };
  const title = titleIn(lines.slice(start + 1, end).join("\n"));
  return { title, lines: lines.map((line, index) => (index <= end ? "" : line)) };
}

function titleIn(text: string): string | null {
  const read = readYaml({ name: "", text: text.slice(0, 20_000) });
  const value = read.ok ? read.value[0]?.value : undefined;
  if (typeof value !== "object" || value === null || !("title" in value)) return null;
  return typeof value.title === "string" && value.title.trim() !== "" ? value.title : null;
}
