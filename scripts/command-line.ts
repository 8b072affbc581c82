import { readFileSync } from "node:fs";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { parseIncident } from "#core/architecture/incident.schema.ts";
import type { Incident } from "#core/architecture/incident.schema.ts";
import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import type { Result } from "#core/result.ts";

/** One plain sentence and exit code 2: the caller's mistake, not ours. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/** The one path that a command is given, and its options. */
export function readArguments<const O extends ParseArgsOptionsConfig>(usage: string, options: O) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) fail(usage);
    return { path, values };
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

export function readIncident(path: string): Incident {
  return orFail(path, parseIncident(parseJson(path, readText(path))));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    fail(`${path} cannot be read.`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    fail(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function orFail<T>(path: string, result: Result<T, readonly InputProblem[]>): T {
  if (result.ok) return result.value;
  fail(
    [
      `${path} is refused:`,
      ...result.error.map(({ pointer, message }) => `  ${pointer || "/"}  ${message}`),
    ].join("\n"),
  );
}
