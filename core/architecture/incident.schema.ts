import * as z from "zod";
import { err, type Result } from "../result.ts";
import { ArchitectureShape, Id } from "./architecture.schema.ts";
import { readShape, type InputProblem } from "./input-problem.schema.ts";
import { referenceProblems } from "./references.ts";
import { FAILURE_CLASSES, MECHANISMS_BY_ZONE, ZONES } from "./vocabulary.ts";

const Line = z.string().min(1).max(4_000);
const ComponentId = z.string().max(40);

const Source = z.strictObject({
  title: Line,
  publisher: Line,
  date: z.string().max(40).default(""),
  url: z.string().min(1).max(1_000),
  supports: Line,
});

/** The answer key of an incident: what the published analysis says failed. The engine never sees it. */
const Documented = z.strictObject({
  zone: z.enum(ZONES),
  failureClass: z.enum(FAILURE_CLASSES),
  mechanism: z.enum(Object.values(MECHANISMS_BY_ZONE).flat()),
  seam: z.strictObject({
    between: z
      .array(z.tuple([ComponentId, ComponentId]))
      .min(1)
      .max(20),
    about: Line,
  }),
  invariant: Line,
  conditionsBroken: Line,
  absentLayer: Line,
  structuralMove: Line,
  migratedTo: Line.nullable(),
  fixHistory: z
    .array(z.strictObject({ date: Line, fix: Line, covered: Line, leftOpen: Line.nullable() }))
    .max(100)
    .readonly(),
});

export const Incident = z.strictObject({
  id: Id,
  name: Line,
  date: Line,
  sources: z.array(Source).min(1).max(100).readonly(),
  architecture: ArchitectureShape,
  documented: Documented,
});
export type Incident = Readonly<z.infer<typeof Incident>>;

/** Reads one incident file; the architecture in it is held to the same rules as any other. */
export function parseIncident(input: unknown): Result<Incident, readonly InputProblem[]> {
  const read = readShape(Incident, input);
  if (!read.ok) return read;
  const dangling = referenceProblems(read.value.architecture);
  if (dangling.length === 0) return read;
  return err(dangling.map(({ pointer, message }) => ({ pointer: `/architecture${pointer}`, message })));
}
