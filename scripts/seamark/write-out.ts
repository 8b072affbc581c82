import { writeFileSync } from "node:fs";
import { isatty } from "node:tty";
import { fail } from "./exit.ts";

/** Writes a result to a file, or to standard output where none (or `-`) is named. Bytes never go to a screen. */
export function writeOut(path: string | undefined, content: string | Uint8Array): void {
  const isFile = path !== undefined && path !== "-";
  if (!isFile && typeof content !== "string" && isatty(1))
    fail("This is no text, and a screen cannot show it: name a file with -o, or send it on with > or |.");
  try {
    writeFileSync(isFile ? path : 1, content);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    // Whoever reads our output may stop early, as `head` does.
    if (code !== "EPIPE") fail(`${path ?? "standard output"} cannot be written (${code}).`);
  }
}
