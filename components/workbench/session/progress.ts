import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { assessFit, type FitVerdict } from "#core/fit/assess-fit.ts";
import { answeredFacts } from "#core/report/answered-facts.ts";
import { ledgerOf } from "#core/report/ledger.ts";
import type { Step } from "./steps.ts";

/** A figure or a word that is shown, and what completes it for those who hear it alone. */
export interface Progress {
  readonly shown: string;
  readonly more?: string;
}

/** How far each step has come; null where nothing was done yet. */
export function progressOf(session: Session, diagnosis: Diagnosis): Readonly<Record<Step, Progress | null>> {
  const { architecture, signals } = session;
  const ledger = ledgerOf(session, diagnosis);
  const stated = ledger.filter(({ ladder }) => ladder.rung !== "unstated").length;
  const fixes = new Set(ledger.flatMap((entry) => entry.fixes.fixes.map(({ id }) => id)));
  const { length: components } = architecture.components;
  return {
    fit: signals.length === 0 ? null : { shown: VERDICTS[assessFit(signals).verdict] },
    sketch: components === 0 ? null : { shown: String(components), more: "components" },
    seams: counted(ledger.length, "seam"),
    questions: counted(answeredFacts(session).length, "answer"),
    invariants: ledger.length === 0 ? null : { shown: `${stated} of ${ledger.length}`, more: "stated" },
    move: counted(fixes.size, "fix", "fixes"),
    findings: ledger.some(({ isLikely, isAsked }) => isLikely && isAsked) ? { shown: "found" } : null,
  };
}

const VERDICTS: Readonly<Record<FitVerdict, string>> = {
  structural: "structural",
  unclear: "either way",
  elsewhere: "poor",
};

function counted(count: number, one: string, many = `${one}s`): Progress | null {
  return count === 0 ? null : { shown: `${count} ${count === 1 ? one : many}` };
}
