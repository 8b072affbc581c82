import type { FontStyle } from "../fonts/font-face.ts";
import type { Fonts } from "../fonts/fonts.ts";
import { outlineOf } from "../fonts/outline.ts";
import { MARKED, RIGHT_TO_LEFT } from "../fonts/shaping.ts";
import { LATIN } from "../fonts/texts.ts";

const LABEL = /<text\b([^<>]*)>([^<]*)<\/text>/g;

/**
 * A drawing of ours in which labels are paths that the library would not set as they are written: it keeps to one font
 * for each, looks for what that has not letter by letter, and takes the widest shape of a syllable for all of it.
 */
export function outlineLabels(svg: string, fonts: Fonts): string {
  if (LATIN.test(svg)) return svg;
  return svg.replaceAll(LABEL, (whole, attributes: string, content: string) => {
    const label = labelText(content);
    if (LATIN.test(label) || RIGHT_TO_LEFT.test(label)) return whole;
    const valueOf = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const style = labelStyle(valueOf("font-family"), valueOf("font-weight"));
    const stretches = fonts.stretches(style, label);
    const isOrdinary = stretches.every(({ face }) => face === fonts.faceOf(style)) && !MARKED.test(label);
    if (isOrdinary) return whole;
    const { path, width } = outlineOf(
      stretches,
      (face) => fonts.fontNamed(face),
      Number(valueOf("font-size") ?? 12),
    );
    const shift = { start: 0, middle: width / 2, end: width }[valueOf("text-anchor") ?? "start"] ?? 0;
    const place = `translate(${Number(valueOf("x") ?? 0) - shift} ${Number(valueOf("y") ?? 0)})`;
    return `<path transform="${place}" d="${path}"${attributes}/>`;
  });
}

/** Which face of the chart a label of a drawing is in, by its attributes. */
export function labelStyle(family: string | undefined, weight: string | undefined): FontStyle {
  if (family?.includes("Mono") === true) return "mono";
  return Number(weight ?? 400) >= 500 ? "sans-strong" : "sans";
}

const ENTITIES: Readonly<Partial<Record<string, string>>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** What a label of a drawing says, of its content as XML. */
export function labelText(content: string): string {
  return content.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
