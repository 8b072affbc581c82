import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import type { Session } from "#core/document/session.schema.ts";
import { LARGEST_FILE, readSession } from "#core/interchange/session-json.ts";
import { err, type Result } from "#core/result.ts";

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
  const read = readSession(text);
  return { kind: "ours", session: read.ok ? read : refused(file.name, ...reasonIn(read.error)) };
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
