import * as z from "zod";
import { Id, type Architecture } from "../architecture/architecture.schema.ts";
import { pointerTo, readShape, type InputProblem } from "../architecture/input-problem.schema.ts";
import { INFERENCE, TELLS, type WalkStep } from "../architecture/walk.ts";
import { err, ok, type Result } from "../result.ts";

const Step = z.strictObject({
  tells: z.enum(TELLS),
  when: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, "a date is a year, a month or a day")
    .default(""),
  components: z.array(Id).min(1, "a step is about at least one component").max(8).readonly(),
  connections: z.array(Id).max(12).readonly().default([]),
  text: z.string().trim().min(1).max(400),
  source: z.string().min(1).max(100),
});

const Walk = z.strictObject({ steps: z.array(Step).min(2).max(20).readonly() });

/** The walk of a published case: every step about what its sketch has, each sourced or marked as an inference. */
export function parseWalk(
  input: unknown,
  { components, connections }: Architecture,
  sources: readonly string[],
): Result<readonly WalkStep[], readonly InputProblem[]> {
  const read = readShape(Walk, input);
  if (!read.ok) return read;
  const known = {
    components: new Set(components.map(({ id }) => id)),
    connections: new Set(connections.map(({ id }) => id)),
  };
  const problems = read.value.steps.flatMap((step, i): readonly InputProblem[] => [
    ...(["components", "connections"] as const).flatMap((list) =>
      step[list]
        .filter((id) => !known[list].has(id))
        .map((id) => ({
          pointer: pointerTo(["steps", i, list]),
          message: `there is no entry "${id}" in ${list}`,
        })),
    ),
    ...(step.source === INFERENCE || sources.includes(step.source)
      ? []
      : [
          {
            pointer: pointerTo(["steps", i, "source"]),
            message: `"${step.source}" is no source of this case, and not "${INFERENCE}"`,
          },
        ]),
    ...(step.tells === "parting" && step.components.length < 2
      ? [{ pointer: pointerTo(["steps", i, "components"]), message: "two sides part, and one is named" }]
      : []),
  ]);
  return problems.length === 0 ? ok(read.value.steps) : err(problems);
}
