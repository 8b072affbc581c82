import { z } from "zod";
import { AGREEMENT_FACTS, COMPONENT_FACTS, CONNECTION_FACTS } from "../architecture/vocabulary.ts";
import { ArchitectureShape, Id, LIMITS } from "../architecture/architecture.schema.ts";
import { SIGNAL_IDS } from "../fit/signals.ts";

export const SESSION_FORMAT = "seamark.session/1";

/** Far beyond any screen, and near enough that sums of positions stay exact. */
const Coordinate = z.number().min(-1_000_000).max(1_000_000);
export const Position = z.tuple([Coordinate, Coordinate]).readonly();
export type Position = z.infer<typeof Position>;

const SessionPair = z.tuple([Id, Id]).readonly();

/** A place that a person marked: two components that must agree, whether or not anything connects them. */
export const MarkedSeam = z.strictObject({
  id: Id,
  between: SessionPair,
  note: z.string().max(LIMITS.text).default(""),
});
export type MarkedSeam = z.infer<typeof MarkedSeam>;

const ID = "[a-z][a-z0-9-]{0,39}";
const oneOf = (facts: object) => `(?:${Object.keys(facts).join("|")})`;

/** `component:daemon#scale`, `connection:api#delivery` or `agreement:daemon~plugin#stated`. */
const FactKey = z
  .string()
  .regex(
    new RegExp(
      `^(?:component:${ID}#${oneOf(COMPONENT_FACTS)}|connection:${ID}#${oneOf(CONNECTION_FACTS)}|agreement:${ID}~${ID}#${oneOf(AGREEMENT_FACTS)})$`,
    ),
    "a skipped question is named like component:daemon#scale, with a fact that such an element has",
  );

/** A sign of a structural failure, or against one, that a person recognized. */
export const SessionSignal = z.enum(SIGNAL_IDS, "there is no such signal");

/** The shape alone; `parseSession` also checks what the parts say about each other. */
export const SessionShape = z.strictObject({
  format: z.literal(
    SESSION_FORMAT,
    `only a backup or findings that were saved here can be opened, and they begin with "format": "${SESSION_FORMAT}"`,
  ),
  /** The slug of the published case that the sketch was opened from. */
  origin: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "an origin is the slug of a case")
    .nullable()
    .default(null),
  architecture: ArchitectureShape,
  positions: z.record(Id, Position).default({}),
  seams: z.array(MarkedSeam).max(LIMITS.list).readonly().default([]),
  skipped: z.array(FactKey).max(LIMITS.list).readonly().default([]),
  independent: z.array(SessionPair).max(LIMITS.list).readonly().default([]),
  signals: z.array(SessionSignal).max(SIGNAL_IDS.length).readonly().default([]),
});

/**
 * One guided diagnosis as plain data. Answers live in the architecture, as lists of what each person said;
 * its title is the title of the session. Every list is in the order of its ids, so that equal sessions are
 * equal files.
 */
export type Session = Readonly<z.infer<typeof SessionShape>>;
