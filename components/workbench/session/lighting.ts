import type { Subject } from "#core/architecture/subject.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Lights elements of the sketch while the pointer or the focus is on what speaks of them. */
export function useLighting(elements: readonly Subject[]) {
  const { light } = useWorkbench();
  return {
    onPointerEnter: () => light(elements),
    onPointerLeave: () => light(null),
    onFocus: () => light(elements),
    onBlur: () => light(null),
  };
}

export function elementsOfCandidate({ between, elements }: Candidate): readonly Subject[] {
  return [...elements, { agreement: between }, ...between.map((component) => ({ component }))];
}
