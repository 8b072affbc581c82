import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import type { Session } from "#core/document/session.schema.ts";
import { LARGEST_FILE, readSession } from "#core/interchange/session-json.ts";
import { err, type Result } from "#core/result.ts";

/** Reads the files that a person chose or dropped. There is one place on the table, so one file is read. */
export async function readFiles(files: readonly File[]): Promise<Result<Session, string>> {
  const [file, ...others] = files;
  if (file === undefined) return refused("What was dropped", "it is no file");
  if (others.length > 0) return refused(`${files.length} files`, "one at a time, please");
  if (file.size > LARGEST_FILE) return refused(file.name, "it is larger than 32 MB, and no backup is");
  try {
    const read = readSession(await file.text());
    return read.ok ? read : refused(file.name, ...reasonIn(read.error));
  } catch {
    return refused(file.name, "the browser could not read it; a folder cannot be opened");
  }
}

function refused(name: string, why: string, place = ""): Result<never, string> {
  return err(`${name} could not be opened${place}: ${why}. Nothing was changed.`);
}

function reasonIn([first, ...others]: readonly InputProblem[]): [why: string, place: string] {
  if (first === undefined) return ["it is no backup", ""];
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return [`${first.message}${more}`, first.pointer === "" ? "" : ` at ${first.pointer}`];
}
