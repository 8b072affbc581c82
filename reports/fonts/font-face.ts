import type { Reading } from "./han.ts";

/** One font file, with the characters that it was made for. */
export interface FontFace {
  /** Which face of the chart it belongs to; `fallback` helps out all of them. */
  readonly style: FontStyle | "fallback";
  /** For faces with characters that several languages share, whose shapes these are. */
  readonly reading?: Reading;
  /** Name of the asset. */
  readonly file: string;
  /** As in a `unicode-range` of CSS: U+0460-052F,U+20B4 */
  readonly ranges: string;
}

export const FONT_STYLES = ["serif", "serif-italic", "serif-strong", "sans", "sans-strong", "mono"] as const;
export type FontStyle = (typeof FONT_STYLES)[number];

export type Range = readonly [first: number, last: number];

export function rangesOf({ ranges }: FontFace): readonly Range[] {
  return ranges.split(",").map((range): Range => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    return [parseInt(first, 16), parseInt(last, 16)];
  });
}

export function isWithin(ranges: readonly Range[], code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last);
}
