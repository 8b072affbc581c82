import { LARGEST_LOGO, ReportSettings } from "#core/report/report-settings.schema.ts";
import type { Logo } from "#core/report/report-document.ts";
import type { Result } from "#core/result.ts";

/** What is being typed of a report: every line as it stands in its field. */
export type ReportDraft = Readonly<
  Record<"title" | "client" | "author" | "date" | "confidentiality", string> & {
    logo: Logo | null;
    isAnonymous: boolean;
  }
>;

/** The settings that were kept, with the day of today: a new report is not as old as the last one. */
export function draftFrom(kept: unknown, today: string, person: string): ReportDraft {
  const parsed = ReportSettings.safeParse({ ...(isObject(kept) ? kept : {}), date: today });
  if (parsed.success && isObject(kept)) return parsed.data;
  const nothing = { title: "", client: "", confidentiality: "", logo: null, isAnonymous: false };
  return { ...nothing, author: person, date: today };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Everything of a draft but the day, which is always that of today. */
export function keptOf({ title, client, author, confidentiality, logo, isAnonymous }: ReportDraft): object {
  return { title, client, author, confidentiality, logo, isAnonymous };
}

export type DraftProblems = Readonly<Partial<Record<keyof ReportDraft, string>>>;

export function readDraft(draft: ReportDraft): Result<ReportSettings, DraftProblems> {
  const parsed = ReportSettings.safeParse(draft);
  if (parsed.success) return { ok: true, value: parsed.data };
  // The first that is wrong with a field is said, not the last.
  const problems = parsed.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return { ok: false, error: Object.fromEntries(problems.toReversed()) };
}

const SIGNATURES = [
  { mediaType: "image/png", begins: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
] as const;

/** What a chosen file is worth as a logo, by its bytes and not by its name. */
export function logoOf(bytes: Uint8Array): Result<Logo, string> {
  if (bytes.length > LARGEST_LOGO) {
    const [has, may] = [bytes.length, LARGEST_LOGO].map((size) => Math.ceil(size / 1024));
    return {
      ok: false,
      error: `This picture has ${has} kB, and a logo at most ${may} kB. Save it smaller and choose it again.`,
    };
  }
  const kind = SIGNATURES.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  if (kind === undefined) return { ok: false, error: "This is no PNG or JPEG picture. Choose another file." };
  return { ok: true, value: { mediaType: kind.mediaType, bytes } };
}

/** The day on the wall, as in 2026-03-01. */
export function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
