import { writeFileSync } from "node:fs";
import { isatty } from "node:tty";
import { fail } from "./exit.ts";

/** Writes a result to a file, or to standard output where none (or `-`) is named. Bytes never go to a screen. */
export async function writeOut(path: string | undefined, content: string | Uint8Array): Promise<void> {
  if (path === undefined || path === "-") {
    if (typeof content !== "string" && isatty(1))
      fail("This is no text, and a screen cannot show it: name a file with -o, or send it on with > or |.");
    await say(content);
    return;
  }
  try {
    writeFileSync(path, content);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    fail(`${path} cannot be written (${code}).`);
  }
}

/** Waits for whoever reads: a pipe takes as much as it has room for. When nobody reads any more, `main.ts` ends. */
function say(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });
}
