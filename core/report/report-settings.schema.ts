import * as z from "zod";
import type { Logo } from "./report-document.ts";

/** Bytes of a logo beyond which it is refused: a report is sent by mail. */
export const LARGEST_LOGO = 512 * 1024;

const Line = z.string().trim().max(200).default("");

/** What its author says of a report, beside what it reports. */
export const ReportSettings = z.strictObject({
  /** The title of the sketch when left empty. */
  title: Line,
  client: Line,
  author: Line,
  /** ISO 8601 date. The report carries no other time, so that the same document gives the same bytes. */
  date: z.iso.date("a date, as in 2026-03-01, must stand here"),
  confidentiality: Line,
  logo: z
    .custom<Logo>(
      isLogo,
      `a logo is a PNG or JPEG picture of at most ${LARGEST_LOGO / 1024} kB: choose another`,
    )
    .nullable()
    .default(null),
  /** Names replaced everywhere; the key that turns them back is a file of its own. */
  isAnonymous: z.boolean().default(false),
});
export type ReportSettings = z.infer<typeof ReportSettings>;

const SIGNATURES = { "image/png": [0x89, 0x50, 0x4e, 0x47], "image/jpeg": [0xff, 0xd8, 0xff] } as const;

/** Whether the bytes are a picture of the kind they say, and small enough. */
export function isLogo(value: unknown): value is Logo {
  if (typeof value !== "object" || value === null || !("mediaType" in value) || !("bytes" in value))
    return false;
  const { mediaType, bytes } = value;
  if (mediaType !== "image/png" && mediaType !== "image/jpeg") return false;
  if (!(bytes instanceof Uint8Array) || bytes.length > LARGEST_LOGO) return false;
  return SIGNATURES[mediaType].every((byte, i) => bytes[i] === byte);
}
