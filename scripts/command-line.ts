import { readFileSync } from "node:fs";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { parseIncident } from "#core/architecture/incident.schema.ts";
import type { Incident } from "#core/architecture/incident.schema.ts";
import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import type { Result } from "#core/result.ts";

/** One plain sentence and exit code 2: the caller's mistake, not ours. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

export function readIncident(path: string): Incident {
  return orFail(path, parseIncident(readJson(path)));
}

/** The architecture of an incident file or of a bare architecture file. */
export function readArchitecture(path: string): Architecture {
  const json = readJson(path);
  const isIncident = typeof json === "object" && json !== null && "architecture" in json;
  return isIncident ? orFail(path, parseIncident(json)).architecture : orFail(path, parseArchitecture(json));
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    fail(`${path} cannot be read.`);
  }
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
