/** A word of a drawing, with the places where it may stand, the best first. In pixels; `y` is its baseline. */
export interface Word<Place extends WordPlace = WordPlace> {
  readonly text: string;
  readonly places: readonly Place[];
}

export interface WordPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CHARACTER = 6.6;
const ASCENT = 9;
const DESCENT = 3;

/** A place for every word, in their order: the first that touches nothing, or the one that touches least. */
export function placeWords<Place extends WordPlace>(
  words: readonly Word<Place>[],
  taken: readonly Box[],
): readonly { readonly text: string; readonly place: Place }[] {
  const boxes = [...taken];
  return words.flatMap(({ text, places }) => {
    let best: { place: Place; box: Box; touched: number } | null = null;
    for (const place of places) {
      const box = boxOf(text, place);
      const touched = boxes.reduce((sum, other) => sum + overlap(box, other), 0);
      if (best === null || touched < best.touched) best = { place, box, touched };
      if (touched === 0) break;
    }
    if (best === null) return [];
    boxes.push(best.box);
    return [{ text, place: best.place }];
  });
}

function boxOf(text: string, { x, y, anchor }: WordPlace): Box {
  const width = text.length * CHARACTER + 4;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - ASCENT, bottom: y + DESCENT };
}

/** The area that two boxes share. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
