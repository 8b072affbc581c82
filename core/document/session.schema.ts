import * as z from "zod";
import { ArchitectureShape, Id, LIMITS, Name } from "../architecture/architecture.schema.ts";
import { MECHANISMS_BY_ZONE } from "../architecture/vocabulary.ts";
import { SIGNAL_IDS } from "../fit/signals.ts";
import { isQuestionKey } from "./question-key.ts";

export const SESSION_FORMAT = "seamark.session/1";

/** Far beyond any screen, and near enough that sums of positions stay exact. */
const Coordinate = z.number().min(-1_000_000).max(1_000_000);
export const Position = z.tuple([Coordinate, Coordinate]).readonly();
export type Position = z.infer<typeof Position>;

const SessionPair = z.tuple([Id, Id]).readonly();

const Mechanism = z.enum(Object.values(MECHANISMS_BY_ZONE).flat());

/** What people decided is to become of the contradiction at a seam. */
export const SeamDecision = z.strictObject({
  stance: z.enum(["resolve", "reframe", "keep"]),
  /** Why; of one that is reframed, what the requirement turned out to stand for. */
  because: z.string().max(LIMITS.text).default(""),
  /** Which contradiction of the seam is meant: that of one mechanism, or null for a seam that none explains. */
  mechanism: Mechanism.nullable().default(null),
});
export type SeamDecision = z.infer<typeof SeamDecision>;

/**
 * A place that a person marked, or accepted from the engine: two components that must agree, whether or not anything
 * connects them.
 */
export const MarkedSeam = z.strictObject({
  id: Id,
  between: SessionPair,
  note: z.string().max(LIMITS.text).default(""),
  /** The mechanism with which it was accepted; null where it was marked by hand. */
  mechanism: Mechanism.nullable().default(null),
  /** The agreement in people's own words; empty while the engine's proposal stands. */
  invariant: z.string().max(LIMITS.text).default(""),
  /** Who keeps the agreement: a name or a role. */
  owner: z.string().max(LIMITS.name).default(""),
  /** Left out while nobody decided. */
  decision: SeamDecision.optional(),
});
export type MarkedSeam = z.infer<typeof MarkedSeam>;

/** A candidate that a person does not want to hear of again: that of one mechanism, or with null all of the pair. */
export const Dismissal = z.strictObject({
  between: SessionPair,
  mechanism: Mechanism.nullable().default(null),
  reason: z.string().max(LIMITS.text).default(""),
  by: Name,
  at: z.iso.datetime({ offset: true }),
});
export type Dismissal = z.infer<typeof Dismissal>;

/** `component:daemon#scale`, `connection:api#delivery` or `agreement:daemon~plugin#stated`. */
const FactKey = z
  .string()
  .regex(
    /^(component:[a-z][a-z0-9-]{0,39}|connection:[a-z][a-z0-9-]{0,39}|agreement:[a-z][a-z0-9-]{0,39}~[a-z][a-z0-9-]{0,39})#[A-Za-z]{1,40}$/,
    {
      error: "a question is named like component:daemon#scale, with a fact that such an element has",
      abort: true,
    },
  )
  .refine(isQuestionKey, "there is no such question: name a fact that such an element has");

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
  /** Questions that somebody else could answer, and who: a name or a role. */
  referred: z
    .record(FactKey, Name)
    .refine((questions) => Object.keys(questions).length <= LIMITS.list, `at most ${LIMITS.list} questions`)
    .default({}),
  independent: z.array(SessionPair).max(LIMITS.list).readonly().default([]),
  signals: z.array(SessionSignal).max(SIGNAL_IDS.length).readonly().default([]),
  dismissed: z.array(Dismissal).max(LIMITS.list).readonly().default([]),
});

/**
 * One guided diagnosis as plain data. Answers live in the architecture, as lists of what each person said;
 * its title is the title of the session. Every list is in the order of its ids, so that equal sessions are
 * equal files.
 */
export type Session = Readonly<z.infer<typeof SessionShape>>;
