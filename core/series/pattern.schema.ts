import * as z from "zod";
import { MECHANISMS_BY_ZONE } from "../architecture/vocabulary.ts";
import { CitedSource, Day, Line, Slug, Version } from "./case.schema.ts";

/** A structural move adds a layer; a practice keeps one honest. */
export const PATTERN_KINDS = ["structural-move", "practice"] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** The front matter of a pattern. Unknown keys are refused. */
export const PatternMatter = z
  .strictObject({
    id: z.string().regex(/^SP-\d{4}$/, "an id is SP- and four digits, and never changes"),
    slug: Slug,
    title: Line,
    dek: Line,
    version: Version,
    published: Day,
    updated: Day,
    kind: z.enum(PATTERN_KINDS),
    /** The mechanisms it answers, the most fitting first. Their pages own the diagnosis. */
    answers: z
      .array(z.enum(Object.values(MECHANISMS_BY_ZONE).flat()))
      .min(1)
      .readonly(),
    /** Under which condition the pattern is valid: its own invariant. */
    validWhen: Line,
    /** Slugs of the patterns that it needs, or is mistaken for. */
    seeAlso: z.array(Slug).readonly(),
    sources: z.array(CitedSource).min(1).readonly(),
  })
  .refine(({ published, updated }) => published <= updated, {
    path: ["updated"],
    message: "a pattern cannot be updated before it was published",
  })
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ["sources"],
    message: "two sources have the same key",
  });
export type PatternMatter = Readonly<z.infer<typeof PatternMatter>>;
