/** From here on a candidate is called a seam; below POSSIBLE it is not worth a reader's time. */
export const LIKELY = 0.5;
export const POSSIBLE = 0.2;
/** From here on a seam counts as found, and whoever answers may stop. */
export const FOUND = 0.9;
