import * as z from "zod";
import { lineWithin, textWithin } from "../intake/fields.schema.ts";
import { LARGEST_LOGO, ReportSettings } from "../report/report-settings.schema.ts";
import { ENGAGEMENT_LIMITS, TOO_LARGE_TO_KEEP } from "./engagement-limits.ts";

const revision = z.int().min(0).max(2_147_483_647);

const Client = lineWithin(ENGAGEMENT_LIMITS.client).pipe(
  z.string().min(1, "Please name the client, in whatever words you use for them."),
);
const Note = textWithin(ENGAGEMENT_LIMITS.note);

/** What an engagement says of itself. */
export const EngagementWords = z.strictObject({ client: Client, note: Note });

export const OneEngagement = z.strictObject({ id: z.uuid() });
export const NewEngagement = EngagementWords.extend({ teamId: z.uuid().nullable().default(null) });
export const EngagementChange = EngagementWords.extend({ id: z.uuid(), revision });
export const EngagementTeam = z.strictObject({ id: z.uuid(), revision, teamId: z.uuid().nullable() });
export const EngagementEnd = z.strictObject({ id: z.uuid(), revision, isClosed: z.boolean() });
/** `reports` is how many whoever decides has seen: they go with it. */
export const EngagementDeletion = z.strictObject({ id: z.uuid(), revision, reports: z.int().min(0) });
export type EngagementWords = z.infer<typeof EngagementWords>;
export type NewEngagement = z.infer<typeof NewEngagement>;
export type EngagementChange = z.infer<typeof EngagementChange>;
export type EngagementTeam = z.infer<typeof EngagementTeam>;
export type EngagementEnd = z.infer<typeof EngagementEnd>;
export type EngagementDeletion = z.infer<typeof EngagementDeletion>;

const engagementId = z.uuid().nullable();
/** Puts a document into an engagement, or with null into none. `from` is where it was seen. */
export const FiledDocument = z.strictObject({ id: z.uuid(), engagementId, from: engagementId.optional() });
/** The id as in the other acts of triage: one that is none leads nowhere. */
export const FiledSituation = z.strictObject({ id: z.string().max(100), engagementId, revision });
export type FiledDocument = z.infer<typeof FiledDocument>;
export type FiledSituation = z.infer<typeof FiledSituation>;

/** A logo on its way through JSON. */
const WrittenLogo = z.strictObject({
  mediaType: z.enum(["image/png", "image/jpeg"]),
  base64: z
    .string()
    .max(Math.ceil(LARGEST_LOGO / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, "The bytes of a logo are written in base64."),
});
export type WrittenLogo = z.infer<typeof WrittenLogo>;

export const KeptSettings = ReportSettings.omit({ logo: true });
export type KeptSettings = z.infer<typeof KeptSettings>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "A hash is 64 hexadecimal digits in small letters.");

/** A file as it was handed over: what tells whether one that is made again is the same. Its bytes stay with the client. */
export const HandedOverFile = z.strictObject({
  format: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, "A format is named as in “markdown”."),
  sha256: Sha256,
  bytes: z.int().min(0).max(2_147_483_647),
  madeWith: z.strictObject({
    /** Of what a report says, as `FINDINGS_FORMAT` names it. */
    version: z.string().regex(/^[a-z][a-z0-9./-]{0,59}$/, "A version is named as in “seamark.findings/1”."),
    /** The hash of what was published then and can stand in a report, and where. */
    published: Sha256,
  }),
});
export type HandedOverFile = z.infer<typeof HandedOverFile>;

/** A report that is kept as it was handed over. */
export const KeptReport = z.strictObject({
  /** The engagement. */
  id: z.uuid(),
  /** Chosen by whoever sends it, so that sending it again keeps it once. */
  report: z.uuid(),
  /** Where the session is kept in an account besides. */
  documentId: z.uuid().nullable().default(null),
  /** The situation that it diagnoses; left out, that of the document. Staff only. */
  situationId: z.uuid().nullable().default(null),
  files: z
    .array(HandedOverFile)
    .min(1, "A report is kept once it was made: name its files.")
    .max(20)
    .refine(
      (files) => new Set(files.map(({ format }) => format)).size === files.length,
      "Each format is named once.",
    ),
  settings: KeptSettings,
  logo: WrittenLogo.nullable().default(null),
  /** A backup of the session, as `writeSession` writes it. */
  session: z.string().max(ENGAGEMENT_LIMITS.sessionBytes, TOO_LARGE_TO_KEEP),
});
export type KeptReport = z.infer<typeof KeptReport>;

export const OneReport = z.strictObject({ id: z.uuid(), report: z.uuid() });
export type OneReport = z.infer<typeof OneReport>;
