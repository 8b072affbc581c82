import type { Session } from "#core/document/session.schema.ts";
import { readSession } from "#core/interchange/session-json.ts";

const REFUSED: Readonly<Record<number, string>> = {
  401: "That report is in an account. Sign in to open its sketch.",
  404: "There is no such report, or it is none of yours.",
};

/** The sketch that a kept report was made from, as it was. */
export async function loadReport(engagement: string, report: string): Promise<Session> {
  const [of, id] = [encodeURIComponent(engagement), encodeURIComponent(report)];
  const response = await fetch(`/api/engagements/${of}/reports/${id}/session`, { cache: "no-store" });
  if (!response.ok)
    throw new Error(REFUSED[response.status] ?? "The sketch of that report could not be loaded.");
  const read = readSession(await response.text());
  if (!read.ok) throw new Error("The sketch of that report could not be read.");
  return read.value;
}
