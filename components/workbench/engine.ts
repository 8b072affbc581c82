import { followDiagnosis } from "#core/diagnosis/follow-diagnosis.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";

/** The engine with all mechanisms: a third of the page, and nothing to do before something is drawn. */
export function followSketch(): ReturnType<typeof followDiagnosis> {
  return followDiagnosis(CATALOGUE);
}
