import type { Session } from "#core/document/session.schema.ts";
import type { ReportSource, ReportRow } from "#core/engagements/engagement-view.ts";
import { readSession } from "#core/interchange/session-json.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";

/** A report as it was kept, with the sketch and the settings that it is made from. */
export interface KeptReport extends ReportRow {
  readonly client: string;
  readonly source: Session;
  readonly settings: ReportSettings;
}

const REFUSED: Readonly<Record<number, string>> = {
  401: "That report is in an account. Sign in to make it again.",
  404: "There is no such report, or it is none of yours.",
};

/** A report that was kept in an engagement. Whoever may not have it is told so in the words of the error. */
export async function loadKeptReport(engagement: string, report: string): Promise<KeptReport> {
  const [of, id] = [encodeURIComponent(engagement), encodeURIComponent(report)];
  const response = await fetch(`/api/engagements/${of}/reports/${id}`, { cache: "no-store" }).catch(
    () => null,
  );
  if (response?.ok !== true)
    throw new Error(
      REFUSED[response?.status ?? 0] ?? "That report could not be loaded just now. Try it again.",
    );
  const { session, settings, logo, ...row } = (await response.json()) as ReportSource;
  const read = readSession(session);
  const said = ReportSettings.safeParse({
    ...settings,
    logo: logo && { mediaType: logo.mediaType, bytes: fromBase64(logo.base64) },
  });
  if (!read.ok || !said.success) throw new Error("What is kept of that report could not be read.");
  return { ...row, source: read.value, settings: said.data };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
