import * as z from "zod";
import { FAILURE_CLASSES, MECHANISMS_BY_ZONE, ZONES } from "../architecture/vocabulary.ts";
import { SPINE_PARTS } from "./spine.ts";

/** How far a case has come as a claim, from a first reading to one that others build on. */
export const EPISTEMIC_STATUSES = ["seed", "hypothesis", "working-model", "canonical"] as const;
export type EpistemicStatus = (typeof EPISTEMIC_STATUSES)[number];

export const Line = z.string().trim().min(1).max(600);
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug is lower-case words joined by '-'");
export const Day = z.iso.date();
export const Version = z.string().regex(/^\d+\.\d+\.\d+$/, "a version is three numbers, in quotes");
/** Sources are often dated to the month or the year only. */
const LooseDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is a year, a month or a day");

export const CitedSource = z.strictObject({
  key: Slug,
  title: Line,
  publisher: Line,
  date: LooseDay,
  url: z.url({ protocol: /^https$/ }),
});

const Correction = z.strictObject({
  date: Day,
  version: Version,
  part: z.enum(SPINE_PARTS),
  was: Line,
  now: Line,
});

/** How two cases stand to each other. Each is said once, by either of the two, and shown on both. */
export const RELATION_TYPES = [
  "same-invariant",
  "same-layer",
  "same-move",
  "counter-example",
  "continues",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

const Relation = z.strictObject({ type: z.enum(RELATION_TYPES), to: Slug, because: Line });

/** What made the gap show on the day. */
export const TRIGGERS = [
  "load",
  "lost-capacity",
  "configuration",
  "code",
  "data",
  "time",
  "human-step",
  "crafted-request",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** The front matter of a case. Unknown keys are refused: a misspelt key would otherwise be silently without effect. */
export const CaseMatter = z
  .strictObject({
    id: z.string().regex(/^SF-\d{4}$/, "an id is SF- and four digits, and never changes"),
    slug: Slug,
    title: Line,
    dek: Line,
    version: Version,
    status: z.enum(EPISTEMIC_STATUSES),
    published: Day,
    updated: Day,
    incident: Slug,
    zone: z.enum(ZONES),
    mechanism: z.enum(Object.values(MECHANISMS_BY_ZONE).flat()),
    failureClass: z.enum(FAILURE_CLASSES),
    trigger: z.enum(TRIGGERS),
    /** Whose systems, and which: a line for those who skim. */
    involved: Line,
    impact: z.strictObject({ text: Line, sources: z.array(Slug).min(1).readonly() }),
    invariant: Line,
    absentLayer: Line,
    structuralMove: Line,
    /** Pages of the patterns that make the move, the most fitting first. */
    patterns: z.array(Slug).min(1).readonly(),
    relations: z.array(Relation).readonly(),
    sources: z.array(CitedSource).min(1).readonly(),
    corrections: z.array(Correction).readonly(),
  })
  .refine(({ zone, mechanism }) => MECHANISMS_BY_ZONE[zone].some((one) => one === mechanism), {
    path: ["mechanism"],
    message: "the mechanism belongs to another zone",
  })
  .refine(({ published, updated }) => published <= updated, {
    path: ["updated"],
    message: "a case cannot be updated before it was published",
  })
  .refine(({ impact, sources }) => impact.sources.every((key) => sources.some((one) => one.key === key)), {
    path: ["impact", "sources"],
    message: "the impact names a source that is not listed",
  })
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ["sources"],
    message: "two sources have the same key",
  });
export type CaseMatter = Readonly<z.infer<typeof CaseMatter>>;
