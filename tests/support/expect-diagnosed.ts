import { expect } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";

/** So many candidates for each connection are more than any scene leads to: it is the square that must not come. */
const MOST_FOR_EACH = 8;

export function expectDiagnosed(architecture: Architecture, mostForEach = MOST_FOR_EACH): void {
  const { candidates, next } = diagnose(architecture, CATALOGUE);
  expect(candidates.length).toBeLessThanOrEqual(mostForEach * architecture.connections.length);
  expect(candidates.every(({ probability }) => probability > 0 && probability < 1)).toBe(true);
  expect(candidates[0]?.invariant).not.toBe("");
  expect(next?.answers.at(-1)?.value ?? "unknown").toBe("unknown");
}
