import type { HandedOverFile } from "#core/engagements/engagement.schema.ts";
import { FINDINGS_FORMAT } from "#core/report/findings-format.ts";
import type { ReportContext } from "#core/report/report.ts";
import { sha256 } from "./sha-256.ts";

/** What a report is made with, beside its session and its settings: told, so that it can be said what has changed since. */
export function madeWith({ cases, glossary, origin }: ReportContext): HandedOverFile["madeWith"] {
  const published = sha256(new TextEncoder().encode(JSON.stringify([cases, glossary, origin])));
  return { version: FINDINGS_FORMAT, published };
}
