import type { Stretch } from "./fonts.ts";
import { shapesIn } from "./shaping.ts";

/** The letters of a text as one path, from the origin to the right, and how far they reach. */
export interface Outline {
  /** As in the attribute `d` of a path. */
  readonly path: string;
  readonly width: number;
}

/** Only for what runs from left to right. */
export function outlineOf(
  stretches: readonly Stretch[],
  fontOf: (face: string) => unknown,
  size: number,
): Outline {
  let width = 0;
  const paths: string[] = [];
  for (const { face, text } of stretches) {
    const { shapes, advance, unitsPerEm } = shapesIn(fontOf(face), text);
    const scale = size / unitsPerEm;
    for (const { path, x, y } of shapes)
      paths.push(
        path
          .scale(scale, -scale)
          .translate(width + x * scale, -y * scale)
          .toSVG(),
      );
    width += advance * scale;
  }
  return { path: paths.join(""), width };
}
