import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { Positions } from "#core/document/places-beside.ts";
import type { Imported, ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import { err, type Result } from "#core/result.ts";

export interface FilesAsked {
  readonly files: readonly ByteFile[];
  readonly at: string;
  /** Null: whatever they look like. */
  readonly format: ImportFormat | null;
}

export interface KnownFormat {
  readonly format: ImportFormat;
  readonly name: string;
}

export interface FilesRead {
  /** Every format that can be read. */
  readonly formats: readonly KnownFormat[];
  /** What the files look like; null where that is nothing known. */
  readonly recognized: ImportFormat | null;
  readonly result: Result<Imported, readonly ImportProblem[]>;
  /** Where a large sketch would lie in another one: the page would stand still while it is laid out. Null for any other. */
  readonly places: Positions | null;
}

/** Nobody waits longer, and no honest file needs a tenth of it. */
const LONGEST_MS = 20_000;

/** Reads files beside the page. `cancelled` ends it at once; what is wrong with the files, or with reading them, is in the result. */
export async function readInWorker(asked: FilesAsked, cancelled: AbortSignal): Promise<FilesRead> {
  const worker = new Worker(new URL("./bring-in.worker.ts", import.meta.url));
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<FilesRead>((resolve) => {
      const fail = (message: string) => resolve(notRead(asked, message));
      const tooSlow = `it could not be read in ${LONGEST_MS / 1_000} seconds: choose a smaller one`;
      timer = setTimeout(() => fail(tooSlow), LONGEST_MS);
      cancelled.addEventListener("abort", () => fail("reading was cancelled"));
      worker.addEventListener("error", () => fail("it is too much for this browser: choose a smaller one"));
      worker.addEventListener("message", ({ data }: MessageEvent<FilesRead>) => resolve(data));
      worker.postMessage(asked);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

function notRead({ files }: FilesAsked, message: string): FilesRead {
  const problem = { file: files[0]?.name ?? "", line: null, message };
  return { formats: [], recognized: null, result: err([problem]), places: null };
}
