import { labelText } from "./mermaid-label.ts";
import { readLabel } from "./mermaid-shapes.ts";
import type { TextScanner } from "./text-scanner.ts";

/** No label of a line is longer than this. */
const LONGEST = 2_000;

export interface ReadLink {
  readonly label: string;
  readonly bothWays: boolean;
  /** `~~~` moves boxes about and joins nothing. */
  readonly invisible: boolean;
}

const WHOLE = /(?:[xo<]?--+[-xo>]|[xo<]?==+[=xo>]|[xo<]?-?\.+-[xo>]?|~~~+)/y;
const START = /([xo<]?)(--|==|-\.)/y;
const ENDS = { "--": /(?<!-)--+[-xo>]/g, "==": /(?<!=)==+[=xo>]/g, "-.": /\.-[xo>]?/g } as const;

/** Reads a line between two boxes in any spelling: `-->`, `-- label -->`, `-->|label|`, `e1@==>`. Null where none stands here. */
export function readLink(scanner: TextScanner): ReadLink | null {
  const before = scanner.at;
  scanner.match(/\s{0,200}/y);
  const named = scanner.at;
  if (scanner.match(/[^\s"@]{1,100}@(?!\{)/y) !== null && !startsLink(scanner)) scanner.at = named;
  const link = readWhole(scanner) ?? readAround(scanner);
  if (link === null) scanner.at = before;
  return link;
}

function startsLink(scanner: TextScanner): boolean {
  const at = scanner.at;
  const starts = scanner.match(WHOLE) ?? scanner.match(START);
  scanner.at = at;
  return starts !== null;
}

function readWhole(scanner: TextScanner): ReadLink | null {
  const found = scanner.match(WHOLE)?.[0];
  if (found === undefined) return null;
  const bothWays = isBothWays(found[0] ?? "", found.at(-1) ?? "");
  const behind = scanner.at;
  scanner.match(/\s{0,200}/y);
  if (!scanner.take("|")) {
    scanner.at = behind;
    return { label: "", bothWays, invisible: found.startsWith("~") };
  }
  const label = readLabel(scanner, ["|"]);
  return label === null ? null : { label, bothWays, invisible: false };
}

/** `-- label -->`: the label stands within the line. */
function readAround(scanner: TextScanner): ReadLink | null {
  const start = scanner.match(START);
  if (start === null) return null;
  const ahead = scanner.text.slice(scanner.at, scanner.at + LONGEST);
  const from = ahead.trimStart().startsWith('"') ? ahead.indexOf('"', ahead.indexOf('"') + 1) : 0;
  const pattern = ENDS[start[2] as keyof typeof ENDS];
  pattern.lastIndex = Math.max(from, 0);
  const end = pattern.exec(ahead);
  if (end === null) return null;
  scanner.at += end.index + end[0].length;
  const words = ahead.slice(0, end.index).trim();
  const bare = words.replace(/(?<!\.)\.+$/, "").replace(/\s[xo<]$/, "");
  const label = /^"[^"]*"$/.test(words) ? words.slice(1, -1) : bare;
  const isMarkdown = label.startsWith("`") && label.endsWith("`");
  return {
    label: labelText(isMarkdown ? label.slice(1, -1) : label, isMarkdown),
    bothWays: isBothWays(start[1] ?? "", end[0].at(-1) ?? ""),
    invisible: false,
  };
}

function isBothWays(first: string, last: string): boolean {
  return (first === "<" && last === ">") || (first === last && (first === "x" || first === "o"));
}
