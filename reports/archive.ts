import { zipSync, type ZippableFile } from "fflate";

/** No file of ours has a time of its own; this is the first that an archive can name. */
const NO_TIME = new Date(1980, 0, 1);

/** Several text files as one ZIP archive. The same files give the same bytes, whenever and wherever it is made. */
export function archive(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([name, text]): [string, ZippableFile] => [
    name,
    [new TextEncoder().encode(text), { mtime: NO_TIME, os: 3 }],
  ]);
  return zipSync(Object.fromEntries(entries), { level: 6 });
}
