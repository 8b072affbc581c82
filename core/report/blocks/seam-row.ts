import { percent } from "../wording.ts";
import type { Words } from "./block.ts";
import { nameOf, rungWords, type SeamTold } from "./grouped-seams.ts";

export const SEAM_COLUMNS = ["", "Seam", "What must hold", "Rung", "How sure"] as const;

/** One seam in a line, which leads to where everything is told of it. */
export function seamRow(seam: SeamTold): readonly Words[] {
  const { number, id, lead, standing, isInFull } = seam;
  const name = nameOf(seam);
  return [
    String(number),
    isInFull ? { text: name, href: `#${id}` } : name,
    lead.invariant,
    rungWords(lead),
    `${lead.likelihood}, ${percent(lead.probability)}${STANDING[standing]}`,
  ];
}

const STANDING = {
  found: "",
  suspected: "; suspected from the sketch alone",
  kept: "; kept by people, not likely so far",
} as const;
