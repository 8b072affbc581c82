import { KeptInvariant } from "./kept.schema.ts";
import type { SketchBuilder } from "../sketch-builder.ts";

/**
 * Marks the seam that was kept beside a threat, by the names that components have in the file. False where nothing was
 * kept there, or what it names is not there any more.
 */
export function markKept(
  sketch: SketchBuilder,
  kept: unknown,
  idOf: (name: string) => string | undefined,
): boolean {
  const invariant = KeptInvariant.parse(kept);
  if (invariant === undefined) return false;
  const { between, mechanism, owner, sentence } = invariant;
  const [a, b] = between.map(idOf);
  if (a === undefined || b === undefined || a === b) return false;
  sketch.seam({ between: [a, b], note: "", mechanism, invariant: sentence, owner });
  return true;
}
