let last: { readonly x: number; readonly y: number } | null = null;

/** Remembers where the pointer is while it is over the canvas; to be called by the canvas. */
export function rememberPointer(event: { readonly clientX: number; readonly clientY: number } | null): void {
  last = event === null ? null : { x: event.clientX, y: event.clientY };
}

/** On the screen; null while it is elsewhere. */
export function pointerOnCanvas(): { readonly x: number; readonly y: number } | null {
  return last;
}
