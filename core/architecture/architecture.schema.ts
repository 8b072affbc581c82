import * as z from "zod";
import {
  AGREEMENT_FACTS,
  BOUNDARY_KINDS,
  COMPONENT_FACTS,
  COMPONENT_KINDS,
  CONNECTION_FACTS,
  CONNECTION_KINDS,
  FORMAT,
  HISTORY_KINDS,
  NUMBERS,
  UNKNOWN,
  type FactShape,
} from "./vocabulary.ts";

/** Sizes beyond which a file is refused instead of read: two orders above the largest sketch a person can draw. */
export const LIMITS = {
  components: 20_000,
  connections: 80_000,
  name: 200,
  text: 4_000,
  list: 5_000,
} as const;

export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "an id is 1 to 40 of a-z, 0-9 and '-', and begins with a letter");
export const Name = z.string().trim().min(1).max(LIMITS.name);
const Text = z.string().max(LIMITS.text);
const Ids = z.array(Id).max(LIMITS.list).readonly();

export const FactValue = z.union([
  z.string().max(LIMITS.text),
  z.boolean(),
  z.array(z.string().max(LIMITS.name)).max(LIMITS.list).readonly(),
]);
export type FactValue = z.infer<typeof FactValue>;

/** Who said it, when (ISO 8601, as the person's machine had it), what they named as evidence, and whether it was a guess. */
export interface Answer {
  readonly value: FactValue;
  readonly by: string;
  readonly at: string;
  readonly evidence?: string | undefined;
  readonly guessed?: boolean | undefined;
}

/** One plain value, or everything that several people answered. */
export type Fact = FactValue | readonly Answer[];
export type Facts = Readonly<Partial<Record<string, Fact>>>;

function valueSchema(shape: FactShape): z.ZodType<FactValue> {
  switch (shape.shape) {
    case "choice":
      return z.literal([...shape.values, UNKNOWN]);
    case "conditions":
      return z.union([z.array(z.enum(shape.values)).max(shape.values.length), z.literal(UNKNOWN)]);
    case "components":
    case "connections":
      return z.union([Ids, z.literal(UNKNOWN)]);
    case "text":
      return z.string().min(1).max(LIMITS.text);
  }
}

function factSchema(shape: FactShape): z.ZodType<Fact> {
  const value = valueSchema(shape);
  const answer = z.strictObject({
    value,
    by: Name,
    at: z.iso.datetime({ offset: true }),
    evidence: Text.optional(),
    guessed: z.boolean().optional(),
  });
  return z.union([value, z.array(answer).min(1).max(100).readonly()]);
}

function factsSchema(shapes: Readonly<Record<string, FactShape>>): z.ZodType<Facts> {
  const entries = Object.entries(shapes).map(([name, shape]) => [name, factSchema(shape).optional()]);
  return z.strictObject(Object.fromEntries(entries) as Record<string, z.ZodType<Fact | undefined>>);
}

const Numbers = z.partialRecord(z.enum(NUMBERS), z.number().nonnegative()).readonly();

export const SketchObject = z.strictObject({ id: Id, name: Name });
export type SketchObject = z.infer<typeof SketchObject>;

export const Boundary = z.strictObject({
  id: Id,
  name: Name,
  kind: z.enum(BOUNDARY_KINDS),
  within: Id.nullable().default(null),
});
export type Boundary = z.infer<typeof Boundary>;

export const Component = z.strictObject({
  id: Id,
  name: Name,
  kind: z.enum(COMPONENT_KINDS),
  boundaries: Ids.default([]),
  notes: Text.default(""),
  facts: factsSchema(COMPONENT_FACTS).default({}),
  numbers: Numbers.default({}),
});
export type Component = z.infer<typeof Component>;

export const Connection = z.strictObject({
  id: Id,
  from: Id,
  to: Id,
  kind: z.enum(CONNECTION_KINDS),
  carries: Id.nullable().default(null),
  over: Ids.default([]),
  notes: Text.default(""),
  facts: factsSchema(CONNECTION_FACTS).default({}),
  numbers: Numbers.default({}),
});
export type Connection = z.infer<typeof Connection>;

export const Agreement = z.strictObject({
  id: Id,
  between: z.tuple([Id, Id]).readonly(),
  about: Text.min(1),
  facts: factsSchema(AGREEMENT_FACTS).default({}),
});
export type Agreement = z.infer<typeof Agreement>;

export const HistoryEntry = z.strictObject({
  id: Id,
  date: Name,
  kind: z.enum(HISTORY_KINDS),
  text: Text.min(1),
  about: Ids.default([]),
  worked: Ids.default([]),
  failed: Ids.default([]),
  covered: Text.default(""),
  leftOpen: Text.default(""),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The shape alone; `parseArchitecture` also checks that every id it names exists. */
export const ArchitectureShape = z.strictObject({
  format: z.literal(FORMAT),
  title: Name,
  summary: Text.default(""),
  objects: z.array(SketchObject).max(LIMITS.list).readonly().default([]),
  boundaries: z.array(Boundary).max(LIMITS.list).readonly().default([]),
  components: z.array(Component).max(LIMITS.components).readonly(),
  connections: z.array(Connection).max(LIMITS.connections).readonly(),
  agreements: z.array(Agreement).max(LIMITS.list).readonly().default([]),
  history: z.array(HistoryEntry).max(LIMITS.list).readonly().default([]),
});
export type Architecture = Readonly<z.infer<typeof ArchitectureShape>>;
/** An architecture as it is written by hand: what goes without saying may be left out. */
export type ArchitectureInput = z.input<typeof ArchitectureShape>;
