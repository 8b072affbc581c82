import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { ImportProblem } from "#core/interchange/importer.ts";
import { LARGEST_FILE } from "#core/interchange/session-json.ts";

/** Files that somebody brought, as bytes, and those of which there are none to be had. */
export interface BroughtFiles {
  readonly files: readonly ByteFile[];
  readonly refusals: readonly ImportProblem[];
  /** Whether they are meant to come into the sketch on the table. */
  readonly intoOpen: boolean;
}

/** More than these at once are a folder that slipped from somebody's hand. */
const MOST_FILES = 200;

export async function bringFiles(chosen: readonly File[], intoOpen: boolean): Promise<BroughtFiles> {
  const refusals: ImportProblem[] = [];
  const files: ByteFile[] = [];
  const refuse = (file: string, message: string) => refusals.push({ file, line: null, message });
  const size = chosen.reduce((sum, file) => sum + file.size, 0);
  if (chosen.length > MOST_FILES) refuse(`${chosen.length} files`, `at most ${MOST_FILES} at a time, please`);
  else if (size > LARGEST_FILE)
    refuse(chosen[0]?.name ?? "", "it is larger than 32 MB: choose a smaller one");
  else
    for (const file of chosen) {
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) refuse(file.name, "the browser could not read it; a folder cannot be opened");
      else files.push({ name: file.name, bytes: new Uint8Array(bytes) });
    }
  return { files, refusals, intoOpen };
}

export function bringText(text: string): BroughtFiles {
  const bytes = new TextEncoder().encode(text);
  return { files: [{ name: "what was pasted", bytes }], refusals: [], intoOpen: true };
}
