import type { Pair } from "#core/architecture/subject.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Session } from "#core/document/session.schema.ts";
import { useDeferredValue, useMemo } from "react";
import { latePart, useLoaded } from "./use-loaded.ts";

const engine = latePart(() => import("./engine.ts"));

const UNDIAGNOSED: Diagnosis = {
  verdict: "too-little-known",
  wouldChange: [],
  candidates: [],
  next: null,
  together: [],
  dismissed: [],
};

export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  /** Whether the engine has looked at the sketch; until then the diagnosis says nothing. */
  readonly engine: "here" | "coming" | "missing";
}

/** Diagnoses again when something that matters changed; typing and dragging never wait for it. */
export function useDiagnosis(session: Session, asking: string): Diagnosed {
  const { architecture, skipped, referred, independent, seams, signals, dismissed } = session;
  const loaded = useLoaded(engine, architecture.components.length > 0);
  const follow = useMemo(() => (loaded.kind === "here" ? loaded.part.followSketch() : null), [loaded]);
  const marked = useMemo(() => seams.map(({ between }): Pair => between), [seams]);
  const setAside = useMemo(() => [...skipped, ...Object.keys(referred)], [skipped, referred]);
  const input = useMemo(
    () => ({ architecture, options: { setAside, independent, marked, signals, dismissed, asking } }),
    [architecture, setAside, independent, marked, signals, dismissed, asking],
  );
  const settled = useDeferredValue(input);
  const diagnosis = useMemo(
    () => follow?.(settled.architecture, settled.options) ?? UNDIAGNOSED,
    [follow, settled],
  );
  return useMemo(() => ({ diagnosis, engine: loaded.kind }), [diagnosis, loaded.kind]);
}
