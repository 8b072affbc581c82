/** Puts the focus on a component of the canvas once the screen shows it as it is now. */
export function focusComponent(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)?.focus();
  });
}
