import { readFileSync } from "node:fs";
import { importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import type { Imported, ImportFile, ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import { oneOf } from "./command.ts";
import { fail } from "./exit.ts";

const STANDARD_INPUT = 0;

/** Reads files of any format as one sketch, or ends with every reason why not: file, line, what is wrong. */
export function readSketch(paths: readonly string[], format?: string): Imported {
  const files = paths.map(readFile);
  const wanted: ImportFormat | undefined =
    format === undefined
      ? undefined
      : oneOf(
          "--format",
          IMPORTERS.map((importer) => importer.format),
          format,
        );
  const read = importFiles(files, { at: new Date().toISOString() }, wanted);
  return read.ok ? read.value : fail(read.error.map(said).join("\n"));
}

export function readFile(path: string): ImportFile {
  try {
    const bytes = readFileSync(path === "-" ? STANDARD_INPUT : path);
    return { name: path === "-" ? "standard input" : path, text: decode(path, bytes) };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail(`${path} cannot be read (${reason}).`);
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail(`${path}: it is no text in UTF-8.`);
  }
}

/** In the form that compilers use and editors understand. */
function said({ file, line, message }: ImportProblem): string {
  return `${[file, ...(line === null ? [] : [line])].join(":")}: ${message}`;
}
