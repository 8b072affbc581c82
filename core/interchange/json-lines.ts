import { pointerTo } from "../architecture/input-problem.schema.ts";

/** The line, from 1, on which the value at a JSON pointer begins; undefined where the text has no such value. */
export type LineOf = (pointer: string) => number | undefined;

interface Container {
  /** The key of the value that comes next, or its number in the list. */
  next: string | number;
  awaitsKey: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+|\n/g;

/**
 * Finds where the values of a JSON text stand, for those who have to point at them. The text has been parsed before:
 * here nothing is checked. Of two values under one key the second counts, as it does for the parser.
 */
export function jsonLines(text: string): LineOf {
  const lines = new Map<string, number>();
  const open: Container[] = [];
  const path = () => pointerTo(open.map(({ next }) => next));
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === "\n") line += 1;
    else if (token === ",") advance(inside);
    else if (token === "}" || token === "]") open.pop();
    else if (inside?.awaitsKey === true) {
      inside.next = JSON.parse(token) as string;
      inside.awaitsKey = false;
    } else {
      lines.set(path(), line);
      if (token === "{" || token === "[") open.push(containerOf(token));
    }
  }
  return (pointer) => lines.get(pointer);
}

function containerOf(token: "{" | "["): Container {
  return token === "{" ? { next: "", awaitsKey: true } : { next: 0, awaitsKey: false };
}

function advance(inside: Container | undefined): void {
  if (inside === undefined) return;
  if (typeof inside.next === "number") inside.next += 1;
  else inside.awaitsKey = true;
}
