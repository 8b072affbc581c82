import type { Pair } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { useDeferredValue, useMemo } from "react";

/** Diagnoses again when something that matters changed; typing and dragging never wait for it. */
export function useDiagnosis({
  architecture,
  skipped,
  referred,
  independent,
  seams,
  dismissed,
}: Session): Diagnosis {
  const marked = useMemo(() => seams.map(({ between }): Pair => between), [seams]);
  const setAside = useMemo(() => [...skipped, ...Object.keys(referred)], [skipped, referred]);
  const input = useMemo(
    () => ({ architecture, options: { setAside, independent, marked, dismissed } }),
    [architecture, setAside, independent, marked, dismissed],
  );
  const settled = useDeferredValue(input);
  return useMemo(() => diagnose(settled.architecture, CATALOGUE, settled.options), [settled]);
}
