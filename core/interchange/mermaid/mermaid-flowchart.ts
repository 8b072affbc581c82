import {
  isTooMuch,
  type DrawnEdge,
  type DrawnGraph,
  type DrawnGroup,
  type DrawnNode,
} from "./drawn-graph.ts";
import { LeftOutNotes } from "../drawings/left-out-notes.ts";
import { guessBoundaryKind } from "../guess/guess-boundary-kind.ts";
import { labelText } from "./mermaid-label.ts";
import { readLink, type ReadLink } from "./mermaid-links.ts";
import {
  hintOfShape,
  isDecision,
  readLabel,
  readQuoted,
  readShape,
  readShapeData,
  type ShapedLabel,
} from "./mermaid-shapes.ts";
import type { MermaidSource } from "./mermaid-source.ts";
import { readMark } from "../drawings/seamark-mark.ts";
import { TextScanner } from "./text-scanner.ts";

/** The name of a box, as the grammar has it: what begins a line or a label is no part of it. */
const ID = /(?![-=&:])(?:[^\s[\](){}<>|";@~^=:&-]|-(?![->.])|=(?!=)|&(?!\s)|:(?!::))+/uy;
const STYLING = /(classDef|class|style|linkStyle|click)(?=\s)/y;
const DEEPEST = 40;
const MOST_EDGES_AT_ONCE = 10_000;

interface OpenGroup {
  readonly key: string;
  readonly mentioned: Set<string>;
}

/** Reads the statements of a flowchart. What cannot be read is left out line by line. */
export function readFlowchart(source: MermaidSource): DrawnGraph {
  return new FlowchartReader(source).read();
}

class FlowchartReader {
  readonly #scanner: TextScanner;
  readonly #marks: MermaidSource["marks"];
  readonly #nodes = new Map<string, DrawnNode>();
  readonly #edges: DrawnEdge[] = [];
  readonly #groups = new Map<string, DrawnGroup>();
  readonly #groupOf = new Map<string, string>();
  readonly #open: OpenGroup[] = [];
  readonly #notes = new LeftOutNotes();
  #title: string | null;
  #decides = false;

  constructor({ text, start, firstLine, marks, title }: MermaidSource) {
    this.#scanner = new TextScanner(text, start, firstLine);
    this.#marks = marks;
    this.#title = title;
  }

  read(): DrawnGraph {
    const scanner = this.#scanner;
    const [nodes, edges, groups, groupOf] = [this.#nodes, this.#edges, this.#groups, this.#groupOf];
    // What is called like a group is that group, even where it was taken for a box before.
    while (!isTooMuch(nodes.size - groups.size, edges.length)) {
      scanner.match(/[\s;]+/y);
      if (scanner.done) break;
      this.#statement();
    }
    while (this.#open.length > 0) this.#close();
    for (const key of groups.keys()) nodes.delete(key);
    const { leftOut } = this.#notes;
    return { nodes, edges, groups, groupOf, leftOut, title: this.#title, decides: this.#decides };
  }

  #statement(): void {
    const scanner = this.#scanner;
    const line = scanner.lineOf();
    const styling = scanner.match(STYLING)?.[1];
    if (styling !== undefined) {
      scanner.match(/(?:"[^"\n]*"|[^";\n])+/y);
      this.#notes.count(`${styling}: how it looks is not taken over`, line);
    } else if (scanner.match(/subgraph(?=[\s;[]|$)/y) !== null) this.#openGroup(line);
    else if (scanner.match(/end(?=[\s;]|$)/y) !== null) this.#close();
    else if (scanner.match(/direction[ \t]+[A-Z]{2}(?![^\s;])/y) === null && !this.#accessible())
      this.#drawing(line);
  }

  /** `accTitle: …` and `accDescr: …`, or `accDescr { … }`. */
  #accessible(): boolean {
    const scanner = this.#scanner;
    const word = scanner.match(/(accTitle|accDescr)[ \t]*([:{])/y);
    if (word === null) return false;
    if (word[2] === "{") scanner.takeUntil(["}"], 10_000);
    else {
      const text = scanner.takeLine().trim();
      if (word[1] === "accTitle" && text !== "") this.#title ??= text;
    }
    return true;
  }

  #openGroup(line: number): void {
    const { key, title } = this.#groupHead(line);
    const within = this.#open.at(-1)?.key ?? null;
    const isDeep = this.#open.length >= DEEPEST;
    if (isDeep) this.#notes.add(`subgraph “${title}”: it is nested too deeply`, line);
    else if (!this.#groups.has(key)) {
      const kind = readMark(this.#marks.get(line)).boundary ?? guessBoundaryKind(title);
      this.#groups.set(key, { key, title, what: `subgraph “${title}”`, within, line, kind });
    }
    this.#open.push({ key, mentioned: new Set() });
  }

  /** `id [title]`, `title` or `"title"`. */
  #groupHead(line: number): { readonly key: string; readonly title: string } {
    const scanner = this.#scanner;
    scanner.match(/[ \t]+/y);
    const quoted = readQuoted(scanner);
    const words = quoted ?? (scanner.match(/[^\n;[]{1,2000}/y)?.[0] ?? "").trim();
    const isTitled = scanner.match(/[ \t]*\[/y) !== null;
    const title = isTitled ? readLabel(scanner, ["]"]) : (quoted ?? labelText(words));
    const isName = isTitled ? words !== "" : /^\S+$/.test(words);
    return {
      key: isName ? words : `subgraph ${line}`,
      title: title === null || title === "" ? words : title,
    };
  }

  /** A box belongs to the first group to end that mentions it. */
  #close(): void {
    const group = this.#open.pop();
    if (group === undefined) {
      this.#notes.add("“end”, where nothing has begun", this.#scanner.lineOf());
      return;
    }
    if (!this.#groups.has(group.key)) return;
    for (const node of group.mentioned) if (!this.#groupOf.has(node)) this.#groupOf.set(node, group.key);
  }

  /** `A --> B & C --> D` */
  #drawing(line: number): void {
    const scanner = this.#scanner;
    let sources = this.#boxes(line);
    while (sources !== null) {
      const link = readLink(scanner);
      if (link === null) break;
      scanner.match(/\s{0,200}/y);
      const targets = this.#boxes(line);
      if (targets !== null) this.#join(sources, targets, link, line);
      sources = targets;
    }
    scanner.match(/[ \t]+/y);
    const isAtEnd = scanner.done || scanner.looksAt(";") || scanner.looksAt("\n");
    if (sources === null || !isAtEnd) this.#notes.unreadable(scanner.takeLine(), line);
  }

  #join(sources: readonly string[], targets: readonly string[], link: ReadLink, line: number): void {
    if (link.invisible) {
      this.#notes.count("“~~~” joins nothing: it only moves boxes about", line);
      return;
    }
    const mark = this.#marks.get(line) ?? [];
    if (/^(?:yes|no|ja|nein|true|false|y|n)$/i.test(link.label)) this.#decides = true;
    // A file of two million characters could otherwise ask for ten to the twelfth lines.
    const most = this.#edges.length + MOST_EDGES_AT_ONCE;
    for (const from of sources)
      for (const to of targets) {
        if (this.#edges.length >= most) return;
        this.#edges.push({ from, to, bothWays: link.bothWays, label: link.label, notes: "", line, mark });
      }
  }

  /** One box or several with `&` between; null where none can be read. */
  #boxes(line: number): readonly string[] | null {
    const boxes: string[] = [];
    do {
      const box = this.#box(line);
      if (box === null) return null;
      boxes.push(box);
    } while (this.#scanner.match(/[ \t]{1,200}&[ \t]{1,200}/y) !== null && boxes.length < 1_000);
    return boxes;
  }

  #box(statement: number): string | null {
    const scanner = this.#scanner;
    const line = scanner.lineOf();
    const key = scanner.match(ID)?.[0];
    if (key === undefined) return null;
    const shaped = readShape(scanner);
    const styled = scanner.match(/:::[\w-]{1,100}/y) !== null;
    const data = readShapeData(scanner);
    if (shaped === null || data === null) return null;
    if (styled) this.#notes.count("“:::”: how it looks is not taken over", line);
    this.#open.at(-1)?.mentioned.add(key);
    this.#remember(key, { ...NOT_SAID, ...shaped, ...said(data) }, { line, statement });
    return key;
  }

  #remember(key: string, drawn: ShapedLabel, { line, statement }: { line: number; statement: number }): void {
    if (isDecision(drawn.shape)) this.#decides = true;
    const known = this.#nodes.get(key) ?? { label: key, line, kind: null, hint: null, also: [] };
    const label = drawn.label ?? known.label;
    // Only a line that says what the box is called is one of ours that says what it is.
    const mark = drawn.label === null ? {} : readMark(this.#marks.get(statement));
    this.#nodes.set(key, {
      key,
      label: label === "" ? key : label,
      what: `node “${label}”`,
      line: known.line,
      kind: mark.component ?? known.kind,
      hint: hintOfShape(drawn.shape) ?? known.hint,
      notes: "",
      also: mark.also ?? known.also,
    });
  }
}

const NOT_SAID: ShapedLabel = { label: null, shape: "" };

/** What `@{ … }` says beyond what stands before it. */
function said(data: ShapedLabel | undefined): Partial<ShapedLabel> {
  if (data === undefined) return {};
  return {
    ...(data.label !== null && { label: data.label }),
    ...(data.shape !== "" && { shape: data.shape }),
  };
}
