/** A size of paper, in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export const A4: Sheet = { width: 595.28, height: 841.89 };

/** Paper for large charts, smallest first. */
export const SHEETS: readonly Sheet[] = [
  [A4.height, A4.width],
  [841.89, 1190.55],
  [1190.55, 841.89],
  [1190.55, 1683.78],
  [1683.78, 1190.55],
  [1683.78, 2383.94],
  [2383.94, 1683.78],
  [2383.94, 3370.39],
  [3370.39, 2383.94],
].map(([width = 0, height = 0]) => ({ width, height }));

export const MARGIN = { top: 62, right: 64, bottom: 74, left: 64 } as const;

/** The room that a sheet has for what is written on it. */
export function contentOf({ width, height }: Sheet): Sheet {
  return { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
}
