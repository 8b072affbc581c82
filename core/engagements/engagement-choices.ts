/** What may be chosen: the open engagements, and before them the one that something is in, where that is closed. */
export function engagementChoices<T extends { readonly id: string }>(
  open: readonly T[],
  own: T | null,
): readonly T[] {
  return own === null || open.some(({ id }) => id === own.id) ? open : [own, ...open];
}
