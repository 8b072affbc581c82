import { endOfText } from "./skip-text.ts";

/** The line, from 1, on which the value at a JSON pointer begins; undefined where the text has no such value. */
export type LineOf = (pointer: string) => number | undefined;

/** A value, and those inside it: a pointer is followed, as to spell one for every value would cost more than the text. */
interface Value {
  readonly line: number;
  /** Only of what can hold something: a map for each number would take many times the text. */
  readonly inside: Map<string, Value> | undefined;
}

interface Container {
  readonly inside: Map<string, Value>;
  /** The key of the value that comes next, or its number in the list. */
  next: string | number;
  awaitsKey: boolean;
}

/**
 * Finds where the values of a JSON text stand, for those who have to point at them. The text has been parsed before:
 * here nothing is checked. Of two values under one key the second counts, as it does for the parser.
 */
export function jsonLines(text: string): LineOf {
  const sheet = new Map<string, Value>();
  const open: Container[] = [{ inside: sheet, next: "", awaitsKey: false }];
  let line = 1;
  for (const token of tokensOf(text)) {
    const container = open.at(-1);
    if (container === undefined) break;
    if (token === "\n") line += 1;
    else if (token === ",") advance(container);
    else if (token === "}" || token === "]") open.pop();
    else if (container.awaitsKey) {
      container.next = JSON.parse(token) as string;
      container.awaitsKey = false;
    } else {
      const inside = OPENING.has(token) ? new Map<string, Value>() : undefined;
      container.inside.set(String(container.next), { line, inside });
      if (inside !== undefined) open.push(containerOf(token, inside));
    }
  }
  return (pointer) => (pointer === "" || pointer.startsWith("/") ? valueAt(sheet, pointer)?.line : undefined);
}

const OPENING = new Set(["{", "["]);
const ALONE = new Set(["{", "}", "[", "]", ",", "\n"]);
const BETWEEN = new Set([" ", "\t", "\r", ":"]);

function* tokensOf(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = endOfToken(text, at);
    if (!BETWEEN.has(text[at] ?? "")) yield text.slice(at, end);
    at = end;
  }
}

/** One past the end of the token, or of the blank, that begins here. */
function endOfToken(text: string, begin: number): number {
  const first = text[begin] ?? "";
  if (first === '"') return endOfText(text, begin) + 1;
  let at = begin + 1;
  if (ALONE.has(first) || BETWEEN.has(first)) return at;
  while (at < text.length && !ALONE.has(text[at] ?? "") && !BETWEEN.has(text[at] ?? "")) at += 1;
  return at;
}

function valueAt(sheet: ReadonlyMap<string, Value>, pointer: string): Value | undefined {
  let at = sheet.get("");
  for (const part of pointer.split("/").slice(1)) {
    at = at?.inside?.get(part.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return at;
}

function containerOf(token: string, inside: Map<string, Value>): Container {
  return token === "{" ? { inside, next: "", awaitsKey: true } : { inside, next: 0, awaitsKey: false };
}

function advance(inside: Container): void {
  if (typeof inside.next === "number") inside.next += 1;
  else inside.awaitsKey = true;
}
