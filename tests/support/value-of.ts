import type { Result } from "#core/result.ts";

/** The value of what a test relies on; a refusal fails it and says why. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
