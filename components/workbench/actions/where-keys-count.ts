/** Whether a key belongs to what a person is filling in, or to a menu or dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog], [role=menu]",
    ) !== null
  );
}

/** On a control outside the sketch a letter is nobody's wish to change the sketch. */
export function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target !== document.body && target.closest("[data-sketch]") === null
  );
}
