import { err, ok, type Result } from "../result.ts";
import { ArchitectureShape, type Architecture } from "./architecture.schema.ts";
import { problemsOf, type InputProblem } from "./input-problem.schema.ts";
import { referenceProblems } from "./references.ts";

/**
 * Reads an architecture of format 1 out of unknown input. The result names only things that exist: every id is
 * unique in its list, every reference leads somewhere and boundaries do not contain themselves.
 * A refusal lists problems, each with a JSON pointer to its place.
 */
export function parseArchitecture(input: unknown): Result<Architecture, readonly InputProblem[]> {
  const parsed = ArchitectureShape.safeParse(input);
  if (!parsed.success) return err(problemsOf(parsed.error));
  const dangling = referenceProblems(parsed.data);
  return dangling.length === 0 ? ok(parsed.data) : err(dangling);
}
