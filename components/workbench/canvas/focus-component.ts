/** Puts the focus on a component once the screen shows it as it is now: on the canvas, or where that is not shown in the outline. */
export function focusComponent(id: string): void {
  requestAnimationFrame(() => {
    const drawn = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
    const listed = document.querySelector<HTMLElement>(`[data-outline="${id}"]`);
    (drawn?.checkVisibility() === true ? drawn : listed)?.focus();
  });
}
