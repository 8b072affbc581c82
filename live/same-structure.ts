/** `next` with every part that says the same as in `previous` taken from there, so that what did not change keeps its identity. */
export function withSameStructure<T>(previous: T, next: T): T {
  if (Object.is(previous, next) || !isPlain(previous) || !isPlain(next)) return next;
  const isList = Array.isArray(next);
  if (isList !== Array.isArray(previous)) return next;
  const before = previous as Readonly<Record<string, unknown>>;
  const after = next as Readonly<Record<string, unknown>>;
  const keys = Object.keys(after);
  const merged: Record<string, unknown> = {};
  let isUnchanged = Object.keys(before).length === keys.length;
  for (const key of keys) {
    merged[key] = withSameStructure(before[key], after[key]);
    isUnchanged &&= Object.hasOwn(before, key) && Object.is(merged[key], before[key]);
  }
  if (isUnchanged) return previous;
  return (isList ? Object.values(merged) : merged) as T;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
