import * as z from "zod";
import { FAILURE_CLASSES, MECHANISMS_BY_ZONE, ZONES } from "../architecture/vocabulary.ts";

/** How far a case has come as a claim, from a first reading to one that others build on. */
export const EPISTEMIC_STATUSES = ["seed", "hypothesis", "working-model", "canonical"] as const;
export type EpistemicStatus = (typeof EPISTEMIC_STATUSES)[number];

const Line = z.string().trim().min(1).max(600);
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug is lower-case words joined by '-'");
const Day = z.iso.date();
/** Sources are often dated to the month or the year only. */
const LooseDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is a year, a month or a day");

const CitedSource = z.strictObject({
  key: Slug,
  title: Line,
  publisher: Line,
  date: LooseDay,
  url: z.url({ protocol: /^https$/ }),
});

const Correction = z.strictObject({ date: Day, was: Line, now: Line });

/** The front matter of a case. Unknown keys are refused: a misspelt key would otherwise be silently without effect. */
export const CaseMatter = z
  .strictObject({
    id: z.string().regex(/^SF-\d{4}$/, "an id is SF- and four digits, and never changes"),
    slug: Slug,
    title: Line,
    dek: Line,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "a version is three numbers, in quotes"),
    status: z.enum(EPISTEMIC_STATUSES),
    published: Day,
    updated: Day,
    incident: Slug,
    zone: z.enum(ZONES),
    mechanism: z.enum(Object.values(MECHANISMS_BY_ZONE).flat()),
    failureClass: z.enum(FAILURE_CLASSES),
    invariant: Line,
    absentLayer: Line,
    structuralMove: Line,
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
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ["sources"],
    message: "two sources have the same key",
  });
export type CaseMatter = Readonly<z.infer<typeof CaseMatter>>;
