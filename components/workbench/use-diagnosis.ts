import type { Pair } from "#core/architecture/subject.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { followDiagnosis } from "#core/diagnosis/follow-diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { useDeferredValue, useMemo, useState } from "react";

/** Diagnoses again when something that matters changed; typing and dragging never wait for it. */
export function useDiagnosis(session: Session): Diagnosis {
  const { architecture, skipped, referred, independent, seams, signals, dismissed } = session;
  const [diagnose] = useState(() => followDiagnosis(CATALOGUE));
  const marked = useMemo(() => seams.map(({ between }): Pair => between), [seams]);
  const setAside = useMemo(() => [...skipped, ...Object.keys(referred)], [skipped, referred]);
  const input = useMemo(
    () => ({ architecture, options: { setAside, independent, marked, signals, dismissed } }),
    [architecture, setAside, independent, marked, signals, dismissed],
  );
  const settled = useDeferredValue(input);
  return useMemo(() => diagnose(settled.architecture, settled.options), [diagnose, settled]);
}
