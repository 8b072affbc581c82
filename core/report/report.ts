import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import type { Session } from "../document/session.schema.ts";
import { findingsOf, type Findings } from "./findings.ts";
import type { ReportSettings } from "./report-settings.schema.ts";

/** A published case, as far as a report names it. */
export interface PublishedCase {
  readonly slug: string;
  readonly title: string;
  /** Key of the mechanism that it documents. */
  readonly mechanism: string;
  readonly summary: string;
}

/** What a report takes from what is published, and who asks. */
export interface ReportContext {
  readonly cases: readonly PublishedCase[];
  /** Words with what they mean. */
  readonly glossary: readonly { readonly word: string; readonly meaning: string }[];
  /** Where the published cases stand, without a slash at the end, as in https://seamark.example. */
  readonly origin: string;
}

/** A session and what it came to, with everything that a report says: the one value that all report formats are made from. */
export interface Report {
  readonly settings: ReportSettings;
  readonly session: Session;
  readonly findings: Findings;
  readonly context: ReportContext;
}

export function reportOf(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[],
  context: ReportContext,
  settings: ReportSettings,
): Report {
  return { settings, session, findings: findingsOf(session, diagnosis, catalogue), context };
}
