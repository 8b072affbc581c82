import type { Architecture } from "../architecture/architecture.schema.ts";
import type { Diagnosis } from "./diagnosis.ts";
import type { Mechanism } from "./mechanism.ts";
import { openDiagnosis } from "./open-diagnosis.ts";
import type { DiagnoseOptions } from "./said.ts";

export type { DiagnoseOptions } from "./said.ts";

/**
 * From a sketch and the answers in it to the agreements that probably nobody stated.
 *
 * Total and deterministic on every parsed architecture. Ids, names and the order of lists play no part in the ranking:
 * equal odds are told apart by how the pairs are connected.
 */
export function diagnose(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  options: DiagnoseOptions = {},
): Diagnosis {
  return openDiagnosis(architecture, catalogue, options).diagnosis;
}
