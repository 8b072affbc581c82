/** Code-unit order: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byId<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return entries.toSorted((a, b) => compareText(a.id, b.id));
}
