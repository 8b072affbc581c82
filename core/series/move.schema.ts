import * as z from "zod";
import {
  Agreement,
  Component,
  Connection,
  Id,
  SketchObject,
  type Architecture,
} from "../architecture/architecture.schema.ts";
import { pointerTo, readShape, type InputProblem } from "../architecture/input-problem.schema.ts";
import { parseArchitecture } from "../architecture/parse-architecture.ts";
import { INFERENCE } from "../architecture/walk.ts";
import { err, type Result } from "../result.ts";
import { withMove } from "./move.ts";

const Said = z.string().trim().min(1).max(400);

const Replayed = z.strictObject({
  /** What happens, whichever way the system is built. */
  happens: Said,
  /** What it led to as the system was built, and the key of the source that says so, or `INFERENCE`. */
  before: Said,
  source: z.string().min(1).max(100),
  /** What it leads to with the move made. Always an inference: nobody built this on the day. */
  after: Said,
});
export type Replayed = Readonly<z.infer<typeof Replayed>>;

const Move = z.strictObject({
  /** The components that the drawings before and after show: the seam, what the move touches, and little more. */
  shown: z.array(Id).min(2).max(9).readonly(),
  /** Entries that the move adds, or that take the place of the entry with the same id. */
  put: z.strictObject({
    objects: z.array(SketchObject).readonly().default([]),
    components: z.array(Component).readonly().default([]),
    connections: z.array(Connection).readonly().default([]),
    agreements: z.array(Agreement).readonly().default([]),
  }),
  remove: z.array(Id).readonly().default([]),
  replay: z.array(Replayed).min(2).max(6).readonly(),
});
export type Move = Readonly<z.infer<typeof Move>>;

/** The structural move of a published case: an edit of its architecture, and the failure replayed on both. */
export function parseMove(
  input: unknown,
  architecture: Architecture,
  sources: readonly string[],
): Result<Move, readonly InputProblem[]> {
  const read = readShape(Move, input);
  if (!read.ok) return read;
  const moved = parseArchitecture(withMove(architecture, read.value));
  if (!moved.ok) return moved;
  const problems = [
    ...unknownShown(read.value, [architecture, moved.value]),
    ...read.value.replay.flatMap(({ source }, i) =>
      source === INFERENCE || sources.includes(source)
        ? []
        : [
            {
              pointer: pointerTo(["replay", i, "source"]),
              message: `"${source}" is no source of this case, and not "${INFERENCE}"`,
            },
          ],
    ),
  ];
  return problems.length === 0 ? read : err(problems);
}

function unknownShown({ shown }: Move, architectures: readonly Architecture[]): readonly InputProblem[] {
  const known = new Set(architectures.flatMap(({ components }) => components.map(({ id }) => id)));
  return shown
    .filter((id) => !known.has(id))
    .map((id) => ({ pointer: "/shown", message: `there is no component "${id}" before or after the move` }));
}
