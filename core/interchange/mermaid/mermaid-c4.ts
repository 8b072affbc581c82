import type { ComponentKind } from "../../architecture/vocabulary.ts";
import {
  isTooMuch,
  type DrawnEdge,
  type DrawnGraph,
  type DrawnGroup,
  type DrawnNode,
} from "./drawn-graph.ts";
import { LeftOutNotes } from "../drawings/left-out-notes.ts";
import { guessBoundaryKind, type GuessedBoundary } from "../guess/guess-boundary-kind.ts";
import { guessKind, type GuessedKind } from "../guess/guess-kind.ts";
import { labelText } from "./mermaid-label.ts";
import type { MermaidSource } from "./mermaid-source.ts";
import { TextScanner } from "./text-scanner.ts";

const LONGEST = 10_000;
const DEEPEST = 40;
const ELEMENT = /^(Person|System|Container|Component)(Db|Queue)?(_Ext)?$/;
const BOUNDARY = /^(?:(Enterprise|System|Container)_)?Boundary$/;
const DEPLOYMENT = /^(?:Deployment_)?Node(?:_[LR])?$/;
const RELATION = /^(Bi)?Rel(?:_(?:Up|U|Down|D|Left|L|Right|R|Neighbor|(Back(?:_Neighbor)?)))?$/;

/** Reads a C4 diagram of any of the five sorts. */
export function readC4(source: MermaidSource): DrawnGraph {
  return new C4Reader(source).read();
}

class C4Reader {
  readonly #scanner: TextScanner;
  readonly #nodes = new Map<string, DrawnNode>();
  readonly #edges: DrawnEdge[] = [];
  readonly #groups = new Map<string, DrawnGroup>();
  readonly #groupOf = new Map<string, string>();
  readonly #open: string[] = [];
  readonly #notes = new LeftOutNotes();
  #title: string | null;

  constructor({ text, start, firstLine, title }: MermaidSource) {
    this.#scanner = new TextScanner(text, start, firstLine);
    this.#title = title;
  }

  read(): DrawnGraph {
    const scanner = this.#scanner;
    const [nodes, edges, groups, groupOf] = [this.#nodes, this.#edges, this.#groups, this.#groupOf];
    while (!isTooMuch(nodes.size, edges.length)) {
      scanner.match(/\s+/y);
      if (scanner.done) break;
      this.#statement();
    }
    const { leftOut } = this.#notes;
    return { nodes, edges, groups, groupOf, leftOut, title: this.#title, decides: false };
  }

  #statement(): void {
    const scanner = this.#scanner;
    const line = scanner.lineOf();
    if (scanner.take("}")) {
      if (this.#open.pop() === undefined) this.#notes.add("“}”, where nothing has begun", line);
    } else if (scanner.match(/title[ \t]/y) !== null) {
      const title = labelText(scanner.takeLine());
      if (title !== "") this.#title ??= title;
    } else if (!this.#accessible()) this.#call(line);
  }

  /** `Word(argument, …)` */
  #call(line: number): void {
    const scanner = this.#scanner;
    const word = scanner.match(/([A-Za-z][A-Za-z_]{0,40})[ \t]{0,50}\(/y)?.[1];
    const given = word === undefined ? null : this.#arguments();
    if (word === undefined || given === null) this.#notes.unreadable(scanner.takeLine(), line);
    else this.#take(word, given, line);
  }

  /** `accTitle: …`, `accDescr { … }`, `direction LR`: none of them is drawn. */
  #accessible(): boolean {
    const scanner = this.#scanner;
    if (scanner.match(/(?:accTitle|accDescr|accDescription|direction)(?![\w(])/y) === null) return false;
    if (scanner.match(/[ \t]*\{/y) !== null) scanner.takeUntil(["}"], LONGEST);
    else scanner.takeLine();
    return true;
  }

  /** What stands between the brackets, in order; `$link="…"` and its like are passed over. Null where it does not end. */
  #arguments(): readonly string[] | null {
    const scanner = this.#scanner;
    const given: string[] = [];
    for (let count = 0; count < 50; count += 1) {
      scanner.match(/\s{0,500}/y);
      const isNamed = scanner.match(/\$\w{1,50}\s{0,50}=\s{0,50}/y) !== null;
      const quoted = scanner.take('"') ? scanner.takeUntil(['"'], LONGEST) : null;
      const rest = scanner.takeUntil([",", ")"], LONGEST);
      if (rest === null) return null;
      if (!isNamed) given.push(labelText(quoted?.text ?? rest.text));
      if (rest.end === ")") return given;
    }
    return null;
  }

  #take(word: string, given: readonly string[], line: number): void {
    const opens = this.#scanner.match(/\s{0,200}\{/y) !== null;
    const element = ELEMENT.exec(word);
    const relation = RELATION.exec(word);
    if (opens || BOUNDARY.test(word) || DEPLOYMENT.test(word)) this.#boundary(word, given, { line, opens });
    else if (element !== null) this.#element(word, element, given, line);
    else if (word === "RelIndex") this.#relation(given.slice(1), {}, line);
    else if (relation !== null)
      this.#relation(given, { bothWays: relation[1] !== undefined, back: relation[2] !== undefined }, line);
    else this.#notes.count(`${word}: how it looks is not taken over`, line);
  }

  #boundary(word: string, given: readonly string[], { line, opens }: { line: number; opens: boolean }): void {
    const [key = "", label = ""] = given;
    const title = label === "" ? key : label;
    const within = this.#open.at(-1) ?? null;
    const isDeep = this.#open.length >= DEEPEST;
    if (isDeep) this.#notes.add(`${word} “${title}”: it is nested too deeply`, line);
    else if (!this.#groups.has(key)) {
      const kind = boundaryKind(word, title);
      this.#groups.set(key, { key, title, what: `${word} “${title}”`, within, line, kind });
    }
    if (opens) this.#open.push(isDeep ? (within ?? key) : key);
  }

  #element(word: string, parts: RegExpExecArray, given: readonly string[], line: number): void {
    const [key = "", title = "", ...more] = given;
    const label = title || key;
    const described = more.slice(0, parts[1] === "Container" || parts[1] === "Component" ? 2 : 1);
    const technology = described.length > 1 ? (described[0] ?? "") : "";
    const group = this.#open.at(-1);
    if (group !== undefined) this.#groupOf.set(key, group);
    this.#nodes.set(key, {
      key,
      label,
      what: `${word} “${label}”`,
      line,
      kind: kindOf(parts),
      hint: hintOf(parts, label, technology),
      notes: described.filter((text) => text !== "").join(". "),
      also: [],
    });
  }

  #relation(given: readonly string[], how: { bothWays?: boolean; back?: boolean }, line: number): void {
    const [first = "", second = "", label = "", ...more] = given;
    const [from, to] = how.back === true ? [second, first] : [first, second];
    const notes = more
      .slice(0, 2)
      .filter((text) => text !== "")
      .join(". ");
    this.#edges.push({ from, to, bothWays: how.bothWays === true, label, notes, line, mark: [] });
  }
}

function kindOf([, sort, holds, outside]: RegExpExecArray): ComponentKind | null {
  if (sort === "Person") return "person";
  if (outside !== undefined) return "external";
  if (holds !== undefined) return holds === "Db" ? "store" : "queue";
  return null;
}

function hintOf([, sort = ""]: RegExpExecArray, label: string, technology: string): GuessedKind {
  const said = guessKind(label) ?? guessKind(technology);
  return said ?? { kind: "service", because: `a ${sort.toLowerCase()} is taken for a service` };
}

function boundaryKind(word: string, title: string): GuessedBoundary {
  if (DEPLOYMENT.test(word)) return { kind: "deployment" };
  return BY_WORD.get(BOUNDARY.exec(word)?.[1] ?? "") ?? guessBoundaryKind(title);
}

const BY_WORD: ReadonlyMap<string, GuessedBoundary> = new Map([
  ["Enterprise", { kind: "team", because: "an enterprise is taken for who owns what is in it" }],
  ["System", { kind: "team", because: "a system is taken for what one team owns" }],
  ["Container", { kind: "deployment", because: "a container is taken for what ships together" }],
]);
