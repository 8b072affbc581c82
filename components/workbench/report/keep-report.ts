import { TOO_LARGE_TO_KEEP } from "#core/engagements/engagement-limits.ts";
import type { HandedOverFile, KeptReport } from "#core/engagements/engagement.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { base64 } from "#core/report/base64.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";

/** A report as it was handed over, and where it belongs. */
export interface ReportToKeep {
  /** Chosen here, so that one that is sent twice is kept once. */
  readonly id: string;
  readonly engagementId: string;
  readonly documentId: string | null;
  readonly situationId: string | null;
  readonly files: readonly HandedOverFile[];
  readonly session: Session;
  readonly settings: ReportSettings;
}

const REFUSED: Readonly<Record<number, string>> = {
  401: "You are signed out. Sign in again in another tab, and keep it then.",
  404: "That engagement is not there any more, or it is none of yours.",
  409: "This report was kept before and has changed since. Close this sheet, open it again, and keep it as another.",
  413: TOO_LARGE_TO_KEEP,
};

/** Keeps a report in the account, with everything that its files can be made from again. */
export async function keepReport(report: ReportToKeep): Promise<Result<void, string>> {
  const path = `/api/engagements/${encodeURIComponent(report.engagementId)}/reports`;
  const body = JSON.stringify(bodyOf(report));
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method: "POST", headers, body, cache: "no-store" }).catch(() => null);
  if (response === null)
    return err("The account could not be reached. The report is as it was; try it again.");
  if (response.ok) return ok(undefined);
  const { detail } = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  return err(REFUSED[response.status] ?? detail ?? "The account could not keep it just now. Try it again.");
}

function bodyOf(report: ReportToKeep): Omit<KeptReport, "id"> {
  const { id, documentId, situationId, files, session } = report;
  const { logo, ...settings } = report.settings;
  return {
    report: id,
    documentId,
    situationId,
    files: [...files],
    settings,
    logo: logo && { mediaType: logo.mediaType, base64: base64(logo.bytes) },
    session: writeSession(session),
  };
}
