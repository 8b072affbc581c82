/** Focuses the first of these elements that is there: what had the focus is gone with what was done. */
export function focusFirstOf(...ids: readonly string[]): void {
  const there = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  there?.focus({ preventScroll: true });
}
