import { readFileSync } from "node:fs";
import { decodeFiles, type ByteFile } from "#core/interchange/decode-text.ts";
import { importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import type { Imported, ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import type { Result } from "#core/result.ts";
import { oneOf } from "./command.ts";
import { fail } from "./exit.ts";

const STANDARD_INPUT = 0;

/** Reads files of any format as one sketch, or ends with every reason why not: file, line, what is wrong. */
export function readSketch(paths: readonly string[], format?: string): Imported {
  const wanted = format === undefined ? undefined : oneOf<ImportFormat>("--format", FORMATS, format);
  const files = orFail(decodeFiles(paths.map(readBytes)));
  return orFail(importFiles(files, { at: new Date().toISOString() }, wanted));
}

const FORMATS = IMPORTERS.map((importer) => importer.format);

/** The text of one file, whatever is in it. */
export function readText(path: string): string {
  return orFail(decodeFiles([readBytes(path)]))
    .map(({ text }) => text)
    .join("");
}

function readBytes(path: string): ByteFile {
  try {
    const bytes = readFileSync(path === "-" ? STANDARD_INPUT : path);
    return { name: path === "-" ? "standard input" : path, bytes };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail(`${path} cannot be read (${reason}).`);
  }
}

function orFail<T>(result: Result<T, readonly ImportProblem[]>): T {
  return result.ok ? result.value : fail(result.error.map(said).join("\n"));
}

/** In the form that compilers use and editors understand. */
function said({ file, line, message }: ImportProblem): string {
  return `${[file, ...(line === null ? [] : [line])].join(":")}: ${message}`;
}
