import { laidOutPlaces } from "#core/document/places-beside.ts";
import type { Session } from "#core/document/session.schema.ts";
import { decodeFiles } from "#core/interchange/decode-text.ts";
import { importerFor, importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import type { FilesAsked, FilesRead } from "./read-in-worker.ts";

/** Reads files of whatever origin where they can do no harm: this thread can be ended at any time. */
addEventListener("message", ({ data: { files, at, format } }: MessageEvent<FilesAsked>) => {
  const formats = IMPORTERS.map(({ format: key, name }) => ({ format: key, name }));
  const texts = decodeFiles(files);
  const recognized = texts.ok ? (importerFor(texts.value)?.format ?? null) : null;
  const result = texts.ok ? importFiles(texts.value, { at }, format ?? undefined) : texts;
  const places = result.ok ? placesOf(result.value.session) : null;
  const read: FilesRead = { formats, recognized, result, places };
  postMessage(read);
});

/** From so many components on, laying them out would be felt in the page. */
const MANY = 500;

function placesOf({ architecture, positions }: Session): FilesRead["places"] {
  const { components } = architecture;
  const isLaidOut = components.every(({ id }) => Object.hasOwn(positions, id));
  return components.length < MANY || isLaidOut ? null : laidOutPlaces(architecture);
}
