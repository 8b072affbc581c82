import type { Position } from "./session.schema.ts";

/** A place on the sheet: whole units, within its edges. What is no number lies at the middle. */
export function asPosition([x, y]: Position): Position {
  const bounded = (value: number) =>
    Number.isFinite(value) ? Math.max(-1_000_000, Math.min(1_000_000, Math.round(value))) + 0 : 0;
  return [bounded(x), bounded(y)];
}
