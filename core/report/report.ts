import { diagnose } from "../diagnosis/diagnose.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { UNEXPLAINED } from "../diagnosis/unexplained.ts";
import type { Session } from "../document/session.schema.ts";
import { evidenceOfMove } from "../document/taken-move.ts";
import { anonymize, type AnonymizationKey } from "./anonymize.ts";
import { diagnoseOptionsOf } from "./diagnose-options.ts";
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
  /** What turns the names back where they were replaced; it stays with whoever made the report. */
  readonly key: AnonymizationKey | null;
}

/** The report of a session. Where its settings ask for it, nobody and nothing is called by its name in it. */
export function reportOf(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[],
  context: ReportContext,
  settings: ReportSettings,
): Report {
  if (!settings.isAnonymous)
    return { ...told(session, diagnosis, catalogue, context), settings, context, key: null };
  const {
    session: nameless,
    key,
    inText,
  } = anonymize(session, {
    clients: [settings.client],
    ownTexts: ownTexts(catalogue),
  });
  const again = diagnose(nameless.architecture, catalogue, diagnoseOptionsOf(nameless));
  return {
    ...told(nameless, again, catalogue, context),
    settings: withoutNames(settings, inText),
    context,
    key,
  };
}

function told(
  session: Session,
  diagnosis: Diagnosis,
  catalogue: readonly Mechanism[],
  { cases }: ReportContext,
): Pick<Report, "session" | "diagnosis" | "findings" | "tryOne"> {
  const tryOne = triedMoves(session, catalogue);
  const findings = findingsOf(session, diagnosis, catalogue, { cases, tryOne });
  return { session, diagnosis, findings, tryOne };
}

/** What answers say that came with a move: words of the catalogue, by which the move is known again. */
function ownTexts(catalogue: readonly Mechanism[]): ReadonlySet<string> {
  const moves = [UNEXPLAINED, ...catalogue].flatMap((explanation) => explanation.moves);
  return new Set(moves.map(({ text }) => evidenceOfMove(text)));
}

/** A logo is a name as well. */
function withoutNames(settings: ReportSettings, inText: (text: string) => string): ReportSettings {
  const { title, client, author, confidentiality } = settings;
  return {
    ...settings,
    title: inText(title),
    client: client === "" ? "" : "Client",
    author: inText(author),
    confidentiality: inText(confidentiality),
    logo: null,
  };
}
