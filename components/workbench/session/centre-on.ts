/** Brings a part of a drawing to the middle of its frame, where the drawing is larger than that. */
export function centreOn(frame: HTMLElement | null, selector: string): void {
  const part = frame?.querySelector(selector);
  if (frame == null || part == null) return;
  const [box, view] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollBy({
    left: box.left + box.width / 2 - (view.left + view.width / 2),
    top: box.top + box.height / 2 - (view.top + view.height / 2),
  });
}
