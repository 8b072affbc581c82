import type { Pair } from "../architecture/subject.ts";
import type { DiagnoseOptions } from "../diagnosis/diagnose.ts";
import type { Session } from "../document/session.schema.ts";

/** What people said beside the facts, as the engine takes it. */
export function diagnoseOptionsOf(session: Session): DiagnoseOptions {
  const { skipped, referred, independent, seams, signals, dismissed } = session;
  return {
    setAside: [...skipped, ...Object.keys(referred)],
    independent,
    marked: seams.map(({ between }): Pair => between),
    signals,
    dismissed,
  };
}
