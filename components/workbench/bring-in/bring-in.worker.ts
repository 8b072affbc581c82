import { decodeFiles } from "#core/interchange/decode-text.ts";
import { importerFor, importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import type { FilesAsked, FilesRead } from "./read-in-worker.ts";

/** Reads files of whatever origin where they can do no harm: this thread can be ended at any time. */
addEventListener("message", ({ data: { files, at, format } }: MessageEvent<FilesAsked>) => {
  const formats = IMPORTERS.map(({ format: key, name }) => ({ format: key, name }));
  const texts = decodeFiles(files);
  const recognized = texts.ok ? (importerFor(texts.value)?.format ?? null) : null;
  const result = texts.ok ? importFiles(texts.value, { at }, format ?? undefined) : texts;
  const read: FilesRead = { formats, recognized, result };
  postMessage(read);
});
