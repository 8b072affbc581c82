import type { GuessedKind } from "../guess/guess-kind.ts";
import { labelText } from "./mermaid-label.ts";
import type { TextScanner } from "./text-scanner.ts";

/** Longer than any label that people write. */
const LONGEST = 10_000;

export interface ShapedLabel {
  readonly label: string | null;
  readonly shape: string;
}

/** What begins a label, what ends it, and what that shape is called; the longest beginnings first. */
const SHAPES: readonly (readonly [start: string, ends: readonly string[], shape: string])[] = [
  ["(((", [")))"], "double-circle"],
  ["((", ["))"], "circle"],
  ["([", ["])"], "stadium"],
  ["(-", ["-)"], "ellipse"],
  ["(", [")"], "round"],
  ["[[", ["]]"], "subroutine"],
  ["[(", [")]"], "cylinder"],
  ["[/", ["/]", "\\]"], "trapezoid"],
  ["[\\", ["\\]", "/]"], "trapezoid"],
  ["[", ["]"], "rect"],
  ["{{", ["}}"], "hexagon"],
  ["{", ["}"], "diamond"],
  [">", ["]"], "odd"],
];

/** Reads `[label]`, `[(label)]`, `{label}` and so on. Undefined where none begins here, null where it does not end. */
export function readShape(scanner: TextScanner): ShapedLabel | null | undefined {
  const found = SHAPES.find(([start]) => scanner.looksAt(start));
  if (found === undefined) return undefined;
  const [start, ends, shape] = found;
  scanner.take(start);
  if (start === "[" && scanner.take("|") && scanner.takeUntil(["|"], 200) === null) return null;
  const label = readLabel(scanner, ends);
  return label === null ? null : { label, shape };
}

/** A label up to what ends it: between quotation marks, as Markdown between quotation marks and backticks, or bare. */
export function readLabel(scanner: TextScanner, ends: readonly string[]): string | null {
  const start = scanner.at;
  scanner.match(/\s{0,200}/y);
  const quoted = readQuoted(scanner);
  if (quoted !== null) {
    scanner.match(/\s{0,200}/y);
    if (ends.some((end) => scanner.take(end))) return quoted;
    scanner.at = start;
  }
  const bare = scanner.takeUntil(ends, LONGEST);
  return bare === null ? null : labelText(bare.text);
}

/** `"text"` or, as Markdown, `` "`text`" ``; null where none stands here. */
export function readQuoted(scanner: TextScanner): string | null {
  if (scanner.take('"`')) {
    const markdown = scanner.takeUntil(['`"'], LONGEST);
    return markdown === null ? null : labelText(markdown.text, true);
  }
  if (!scanner.take('"')) return null;
  const plain = scanner.takeUntil(['"'], LONGEST);
  return plain === null ? null : labelText(plain.text);
}

/** Reads `@{ shape: cyl, label: "Orders" }`. Undefined where none begins here, null where it does not end. */
export function readShapeData(scanner: TextScanner): ShapedLabel | null | undefined {
  if (!scanner.looksAt("@{")) return undefined;
  const start = scanner.at;
  scanner.take("@{");
  let depth = 0;
  for (let steps = 0; steps < 500; steps += 1) {
    const part = scanner.takeUntil(['"', "'", "}", "{"], LONGEST);
    if (part === null) return null;
    if (part.end === "{") depth += 1;
    else if (part.end === "}" && depth === 0) return shapeData(scanner.text.slice(start + 2, scanner.at - 1));
    else if (part.end === "}") depth -= 1;
    else if (scanner.takeUntil([part.end], LONGEST) === null) return null;
  }
  return null;
}

function shapeData(text: string): ShapedLabel {
  let shape = "";
  let label: string | null = null;
  const pairs = text.matchAll(/(?<![\w-])(shape|label)\s{0,20}:\s{0,20}(?:"([^"]*)"|'([^']*)'|([^,\n"']*))/g);
  for (const [, key, double, single, bare] of pairs) {
    const value = double ?? single ?? bare ?? "";
    if (key === "shape") shape = value.trim();
    else label = labelText(value);
  }
  return { label, shape };
}

const CYLINDERS = new Set([
  "cylinder",
  "cyl",
  "database",
  "db",
  "disk",
  "lin-cyl",
  "lined-cylinder",
  "das",
  "h-cyl",
  "horizontal-cylinder",
  "datastore",
  "data-store",
]);
const DECISIONS = new Set(["diamond", "diam", "decision", "question"]);

/** Only one shape says by convention what a component is: the cylinder. */
export function hintOfShape(shape: string): GuessedKind | null {
  return CYLINDERS.has(shape) ? { kind: "store", because: "it is drawn as a cylinder" } : null;
}

export function isDecision(shape: string): boolean {
  return DECISIONS.has(shape);
}
