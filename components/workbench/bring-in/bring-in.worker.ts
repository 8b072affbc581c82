import { differenceOf } from "#core/document/merge-difference.ts";
import { mergeSketch } from "#core/document/merge-sketch.ts";
import type { Session } from "#core/document/session.schema.ts";
import { decodeFiles } from "#core/interchange/decode-text.ts";
import type { Imported } from "#core/interchange/importer.ts";
import { importerFor, importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import { readSession } from "#core/interchange/session-json.ts";
import { ok } from "#core/result.ts";
import { placed } from "../canvas/sketch-drawing.ts";
import type {
  FilesAsked,
  FilesRead,
  FoundMerge,
  MergeAsked,
  SavedRead,
  WorkAsked,
  WorkDone,
} from "./bring-in-work.ts";
import { corrected, guessedKinds } from "./corrected.ts";

/** From so many components on, laying them out would be felt in the page. */
const MANY = 500;

/** What was read last. */
let imported: Imported | null = null;

/** Reads files of whatever origin where they can do no harm: this thread can be ended at any time. */
addEventListener("message", ({ data }: MessageEvent<WorkAsked>) => {
  const done: WorkDone = { number: data.number, done: answer(data) };
  postMessage(done);
});

function answer(asked: WorkAsked): WorkDone["done"] {
  if ("read" in asked) return read(asked.read);
  return "merge" in asked ? merge(asked.merge) : open(asked.saved);
}

function read({ files, at, format }: FilesAsked): FilesRead {
  const formats = IMPORTERS.map(({ format: key, name }) => ({ format: key, name }));
  const texts = decodeFiles(files);
  const recognized = texts.ok ? (importerFor(texts.value)?.format ?? null) : null;
  const result = texts.ok ? importFiles(texts.value, { at }, format ?? undefined) : texts;
  imported = null;
  if (!result.ok) return { formats, recognized, result };
  imported = { ...result.value, session: laidOut(result.value.session) };
  return { formats, recognized, result: ok(imported) };
}

/** A large sketch with a place for each component; any other is laid out where it is put. */
function laidOut(session: Session): Session {
  return session.architecture.components.length < MANY ? session : placed(session);
}

function open(saved: string): SavedRead {
  const session = readSession(saved);
  return session.ok ? ok(laidOut(session.value)) : session;
}

function merge({ there, corrections }: MergeAsked): FoundMerge {
  if (imported === null) throw new Error("Nothing was read that could come in.");
  const { session, matched, fits } = mergeSketch(there, {
    sketch: corrected(imported, corrections),
    guessedKinds: guessedKinds(imported, corrections),
  });
  return { matched, fits, difference: differenceOf(there, session) };
}
