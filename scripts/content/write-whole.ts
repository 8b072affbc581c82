import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/**
 * Whole or not at all: a reader never sees half a file, and an interrupted run leaves the old one. A file that holds the
 * same already is left alone, for whoever builds from it looks at what was written since.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(text))) return;
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
