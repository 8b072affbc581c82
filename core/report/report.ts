import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import type { Session } from "../document/session.schema.ts";
import { findingsOf, type Findings } from "./findings.ts";
import type { PublishedCase } from "./nearest-cases.ts";
import type { ReportSettings } from "./report-settings.schema.ts";
import { triedMoves, type TryOne } from "./tried-moves.ts";

export type { PublishedCase } from "./nearest-cases.ts";

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
  readonly diagnosis: Diagnosis;
  readonly findings: Findings;
  readonly context: ReportContext;
  /** What the moves of the findings would do, each tried once; to be drawn. */
  readonly tryOne: TryOne;
}

/** The report of a session. Where its settings ask for it, nobody and nothing is called by its name in it. */
export function reportOf(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[],
  context: ReportContext,
  settings: ReportSettings,
): Report {
  const tryOne = triedMoves(session, catalogue);
  const findings = findingsOf(session, diagnosis, catalogue, { cases: context.cases, tryOne });
  return { settings, session, diagnosis, findings, context, tryOne };
}
