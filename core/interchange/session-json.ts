import { MOST_PROBLEMS, pointerTo, type InputProblem } from "../architecture/input-problem.schema.ts";
import { compareText } from "../architecture/text-order.ts";
import { inCanonicalOrder } from "../document/canonical-order.ts";
import { parseSession } from "../document/parse-session.ts";
import type { Session } from "../document/session.schema.ts";
import { err, type Result } from "../result.ts";

/** Beyond this a file is refused unread. The largest sketch that a person can draw is a hundredth of it. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** What a reader wants to see first; every other key follows in alphabetical order. */
const FIRST_KEYS = ["format", "id", "title", "name", "kind", "summary", "from", "to", "between", "about"];

/** The session as a file: equal sessions are equal bytes, on every machine. */
export function writeSession(session: Session): string {
  return `${JSON.stringify(inKeyOrder(inCanonicalOrder(session)), null, 2)}\n`;
}

/** Reads a file that `writeSession` wrote, or findings with their session. Refuses with the places that are wrong. Never throws. */
export function readSession(text: string): Result<Session, readonly InputProblem[]> {
  if (text.length > LARGEST_FILE) {
    return err([{ pointer: "", message: "the file is larger than 32 MB, and no backup is: choose another" }]);
  }
  try {
    const input: unknown = JSON.parse(text);
    const reaching = prototypeKeys(input, "");
    if (reaching.length > 0) return err(reaching.slice(0, MOST_PROBLEMS));
    return isFindings(input) ? underSession(parseSession(input.session)) : parseSession(input);
  } catch (error) {
    const reason = error instanceof SyntaxError ? "it is not JSON" : "it is nested too deeply";
    return err([
      { pointer: "", message: `${reason}: choose a file that was saved here as a backup or as findings` },
    ]);
  }
}

function isFindings(input: unknown): input is { readonly session: unknown } {
  return (
    typeof input === "object" &&
    input !== null &&
    "session" in input &&
    "format" in input &&
    input.format === "seamark.findings/1"
  );
}

function underSession<T>(read: Result<T, readonly InputProblem[]>): Result<T, readonly InputProblem[]> {
  if (read.ok) return read;
  return err(read.error.map(({ pointer, message }) => ({ pointer: `/session${pointer}`, message })));
}

/** The schema would leave such a key out in silence; a file that has one was not written by us. */
function prototypeKeys(value: unknown, pointer: string): readonly InputProblem[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "__proto__"
      ? [{ pointer: `${pointer}/__proto__`, message: "nothing has this name here: take it out" }]
      : prototypeKeys(entry, pointer + pointerTo([key])),
  );
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
      .map(([key, entry]) => [key, inKeyOrder(entry)]),
  );
}

function rank(key: string): number {
  const at = FIRST_KEYS.indexOf(key);
  return at < 0 ? FIRST_KEYS.length : at;
}
