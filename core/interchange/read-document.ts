import { LineCounter, type Document } from "yaml";
import { pointerTo, type InputProblem } from "../architecture/input-problem.schema.ts";
import { err, ok, type Result } from "../result.ts";
import type { ImportFile, ImportProblem } from "./importer.ts";
import { jsonLines } from "./json-lines.ts";
import { endOfText } from "./skip-text.ts";
import { lookThrough, yamlDocuments, type YamlProblem } from "./yaml-documents.ts";
import { yamlLines } from "./yaml-lines.ts";

/** Characters beyond which a file that people write is refused unread. */
export const LARGEST_WRITTEN = 2 * 1024 * 1024;
/** The same for what machines write: traces and backups. */
export const LARGEST_RECORDED = 32 * 1024 * 1024;
/** Levels of nesting. No format that is read here needs a third of it. */
const DEEPEST = 64;
/** Lines, list entries and brackets of a YAML file. Parsing costs by these; a second is enough for so many. */
const MOST_MARKS = 40_000;
/** How often all aliases of a YAML file may be followed: far more than templates need, far less than a bomb does. */
const MOST_ALIASES = 1_000;
/** Documents in one YAML file. */
const MOST_DOCUMENTS = 2_000;

/** Unknown data out of a file, and where its parts stand. */
export interface ReadDocument {
  readonly value: unknown;
  /** The line, from 1, on which the value at a JSON pointer stands, with its key where it has one; null where there is none. */
  readonly lineOf: (pointer: string) => number | null;
}

/** Reads JSON. The data holds no key that reaches for a prototype, and is nested no deeper than any format needs. */
export function readJson(
  file: ImportFile,
  largest = LARGEST_WRITTEN,
): Result<ReadDocument, readonly ImportProblem[]> {
  if (file.text.length > largest) return tooLarge(file, largest);
  if (isNestedTooDeeply(file.text)) return refuse(file, null, TOO_DEEP);
  try {
    const value: unknown = JSON.parse(file.text);
    // Finding the places costs more than reading, and most files are never asked for one.
    let lines: ReturnType<typeof jsonLines> | undefined;
    const lineOf = (pointer: string) => (lines ??= jsonLines(file.text))(pointer) ?? null;
    return checked(file, { value, lineOf });
  } catch (error) {
    const { line, reason } = placeOfJsonError(file.text, error);
    return refuse(file, line, `it is not JSON: ${reason}`);
  }
}

/** Reads all documents of a YAML file (1.2, with merge keys). Empty documents are passed over. JSON is YAML as well. */
export function readYaml(file: ImportFile): Result<readonly ReadDocument[], readonly ImportProblem[]> {
  if (file.text.length > LARGEST_WRITTEN) return tooLarge(file, LARGEST_WRITTEN);
  if (hasTooManyMarks(file.text)) return refuse(file, null, TOO_MANY_PARTS);
  try {
    return readDocuments(file);
  } catch (error) {
    if (error instanceof RangeError) return refuse(file, null, TOO_DEEP);
    if (error instanceof ReferenceError) return refuse(file, null, TOO_MANY_ALIASES);
    return refuse(file, null, `it is not YAML that can be read: ${firstLine(String(error))}`);
  }
}

function hasTooManyMarks(text: string): boolean {
  const mark = /[\n,[{]|[-?:] /g;
  let count = 0;
  while (count <= MOST_MARKS && mark.test(text)) count += 1;
  return count > MOST_MARKS;
}

/** One problem a line: what is wrong at one place is often wrong in several ways, and the first of them says it. */
function inLines(
  file: ImportFile,
  problems: readonly YamlProblem[],
  counter: LineCounter,
): readonly ImportProblem[] {
  if (problems.some(({ message }) => message.includes("call stack")))
    return [problemOf(file, null, TOO_DEEP)];
  const byLine = new Map<number, ImportProblem>();
  for (const { at, message } of problems) {
    const { line } = counter.linePos(at);
    if (!byLine.has(line)) byLine.set(line, problemOf(file, line, `it is not YAML: ${message}`));
    if (byLine.size >= MOST_YAML_PROBLEMS) break;
  }
  return [...byLine.values()];
}

function problemOf({ name }: Pick<ImportFile, "name">, line: number | null, message: string): ImportProblem {
  return { file: name, line, message };
}

/** What a schema found wrong in a document, with the file and the line. */
export function problemsIn(
  file: ImportFile,
  { lineOf }: Pick<ReadDocument, "lineOf">,
  problems: readonly InputProblem[],
): readonly ImportProblem[] {
  return problems.map(({ pointer, message }) => ({
    file: file.name,
    line: lineOf(pointer) ?? lineOf(pointer.replace(/\/[^/]*$/, "")),
    message: pointer === "" ? message : `at ${inShort(pointer)}: ${message}`,
  }));
}

/** What a file says of itself may be as long as it likes; what is said of it may not. */
function inShort(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…`;
}

/** A refusal of one file for one reason. */
export function refuse(
  file: Pick<ImportFile, "name">,
  line: number | null,
  message: string,
): Result<never, readonly ImportProblem[]> {
  return err([{ file: file.name, line, message }]);
}

const LONGEST_QUOTE = 200;
const MOST_YAML_PROBLEMS = 20;
const TOO_MANY_ALIASES = "it refers to its own parts too often: choose another, or write them out";
const TOO_MANY_PARTS = `it has more than ${MOST_MARKS} lines and entries: choose a part of it`;
const TOO_MANY_DOCUMENTS = `it holds more than ${MOST_DOCUMENTS} documents: choose fewer`;
const TOO_DEEP = `it is nested more than ${DEEPEST} levels deep, and no such file needs that: choose another`;

function tooLarge(file: ImportFile, most: number) {
  return refuse(
    file,
    null,
    `it is larger than ${most / 1024 / 1024} million characters: choose a smaller one`,
  );
}

function readDocuments(file: ImportFile): Result<readonly ReadDocument[], readonly ImportProblem[]> {
  const counter = new LineCounter();
  const documents = yamlDocuments(file.text, { depth: DEEPEST, documents: MOST_DOCUMENTS }, counter);
  const problems: YamlProblem[] = [];
  const read: ReadDocument[] = [];
  let refusal: Result<never, readonly ImportProblem[]> | undefined;
  let next = documents.next();
  for (; next.done !== true; next = documents.next()) {
    const found = lookThrough(next.value);
    problems.push(...problemsOf(next.value), ...found.problems);
    if (problems.length > 0 || refusal !== undefined || next.value.contents === null) continue;
    const one = readOne(file, next.value, { counter, aliases: found.aliases });
    if (one.ok) read.push(one.value);
    else refusal = one;
  }
  if (next.value !== null) return refuse(file, null, next.value === "depth" ? TOO_DEEP : TOO_MANY_DOCUMENTS);
  return problems.length > 0 ? err(inLines(file, problems, counter)) : (refusal ?? ok(read));
}

function problemsOf({ errors }: Document.Parsed): readonly YamlProblem[] {
  return errors.map(({ pos: [at], message }) => ({ at, message: firstLine(message) }));
}

function readOne(
  file: ImportFile,
  document: Document.Parsed,
  { counter, aliases }: { readonly counter: LineCounter; readonly aliases: number },
): Result<ReadDocument, readonly ImportProblem[]> {
  if (aliases > MOST_ALIASES) return refuse(file, null, TOO_MANY_ALIASES);
  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  return checked(file, { value, lineOf: yamlLines(document, counter) });
}

/** Refuses keys that reach for a prototype, and nesting that a recursive reader would not survive. */
function checked(file: ImportFile, document: ReadDocument): Result<ReadDocument, readonly ImportProblem[]> {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [
    { value: document.value, path: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= DEEPEST) return refuse(file, null, TOO_DEEP);
    if (Object.hasOwn(value, "__proto__"))
      return refuse(file, document.lineOf(pointerTo(path)), "nothing may be called __proto__: take it out");
    for (const key of Object.keys(value)) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === "object" && inner !== null) waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return ok(document);
}

/** Before parsing: a parser that calls itself for each bracket ends where its stack does. */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfText(text, at);
    else if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function placeOfJsonError(text: string, error: unknown): { line: number | null; reason: string } {
  const message = error instanceof Error ? error.message : "";
  const at = /position (\d+)/.exec(message)?.[1];
  if (at !== undefined)
    return { line: text.slice(0, Number(at)).split("\n").length, reason: "something else is expected here" };
  return message.includes("end of JSON")
    ? { line: text.split("\n").length, reason: "it ends too early" }
    : { line: null, reason: "it cannot be read" };
}

function firstLine(message: string): string {
  return inShort(message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "");
}
