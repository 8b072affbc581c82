import { err, type Result } from "../result.ts";
import { ArchitectureShape, type Architecture } from "./architecture.schema.ts";
import { readShape, type InputProblem } from "./input-problem.schema.ts";
import { referenceProblems } from "./references.ts";

/**
 * Reads an architecture of format 1 out of unknown input. The result names only things that exist: every id is
 * unique in its list, every reference leads somewhere and boundaries do not contain themselves.
 * A refusal lists problems, each with a JSON pointer to its place.
 */
export function parseArchitecture(input: unknown): Result<Architecture, readonly InputProblem[]> {
  const read = readShape(ArchitectureShape, input);
  if (!read.ok) return read;
  const dangling = referenceProblems(read.value);
  return dangling.length === 0 ? read : err(dangling);
}
