import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import type { Session } from "#core/document/session.schema.ts";
import { LARGEST_FILE, readSession } from "#core/interchange/session-json.ts";
import { err, ok, type Result } from "#core/result.ts";
import { startReader, type Reader } from "../bring-in/reader.ts";

/** What a person chose or dropped: something that was saved here, with why it cannot be opened, or anything else. */
export type Chosen =
  { readonly kind: "ours"; readonly session: Result<Session, string> } | { readonly kind: "other" };

/** Looks whether a single file was saved here. There is one place on the table, so one of ours is opened at a time. */
export async function lookAtFiles(files: readonly File[]): Promise<Chosen> {
  const [file, ...others] = files;
  if (file === undefined) return { kind: "ours", session: refused("What was dropped", "it is no file") };
  if (others.length > 0 || file.size > LARGEST_FILE) return { kind: "other" };
  const text = await file.text().catch(() => "");
  if (!SAVED_HERE.test(text)) return { kind: "other" };
  const read = await readSaved(text);
  if (!read.ok) return { kind: "ours", session: refused(file.name, read.error) };
  const session = read.value;
  return { kind: "ours", session: session.ok ? session : refused(file.name, ...reasonIn(session.error)) };
}

/** Characters from which on reading a file would be felt in the page, and a worker is there sooner than it is read. */
const LARGE = 200_000;

async function readSaved(text: string): ReturnType<Reader["open"]> {
  if (text.length < LARGE) return ok(readSession(text));
  const reader = startReader();
  const read = await reader.open(text);
  reader.end();
  return read;
}

/** How every backup says what it is, and findings with their session. */
const SAVED_HERE = /"format"\s{0,9}:\s{0,9}"seamark\.(?:session|findings)\//;

function refused(name: string, why: string, place = ""): Result<never, string> {
  return err(`${name} could not be opened${place}: ${why}. Nothing was changed.`);
}

function reasonIn([first, ...others]: readonly InputProblem[]): [why: string, place: string] {
  if (first === undefined) return ["it is no backup", ""];
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return [`${first.message}${more}`, first.pointer === "" ? "" : ` at ${first.pointer}`];
}
