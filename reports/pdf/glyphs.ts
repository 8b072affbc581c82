import type PDFDocument from "pdfkit";
import type { EmbeddedFont } from "pdfkit";
import type { Part } from "../fonts/shaping.ts";

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
  /** Of a cluster, what else is drawn. */
  readonly parts?: readonly Part[];
}

interface Position {
  readonly xAdvance: number;
  readonly xOffset: number;
  /** How high it stands, in units of the font (see `keepHeights`). */
  readonly advanceWidth?: number;
}

/**
 * Draws glyphs in place of the layout library, which remembers one meaning for each glyph: in Arabic one shape is part of
 * several letters, and whoever copied the text or had it read would get other letters than were written. Here a glyph
 * that means something else is another glyph of the file.
 */
export function drawGlyphsByMeaning(document: PDFDocument): void {
  const meanings = new Map<EmbeddedFont, Map<string, string>>();
  document.glyphs = (given, places) => {
    const font = document._font;
    const { glyphs, positions } = takenApart(given, places, (font.scale * document._fontSize) / 1000);
    const known = meanings.get(font) ?? new Map<string, string>();
    meanings.set(font, known);
    const codes = glyphs.map((glyph) => codeOf(font, known, glyph));
    drawCodes(document, codes, glyphs, positions);
  };
}

/** Each glyph, and behind a cluster what else is drawn of it, moved back to where it begins. */
function takenApart(
  glyphs: readonly Glyph[],
  positions: readonly Position[],
  unit: number,
): { readonly glyphs: readonly Glyph[]; readonly positions: readonly Position[] } {
  if (glyphs.every(({ parts }) => parts === undefined)) return { glyphs, positions };
  const drawn = glyphs.flatMap((glyph, i): readonly { glyph: Glyph; position: Position }[] => {
    const position = positions[i] ?? { xAdvance: 0, xOffset: 0 };
    const parts = (glyph.parts ?? []).map(({ id, x, y }) => ({
      glyph: { id, codePoints: [], advanceWidth: 0 },
      position: { xAdvance: 0, xOffset: x * unit - position.xAdvance, advanceWidth: y },
    }));
    return [{ glyph, position }, ...parts];
  });
  return { glyphs: drawn.map(({ glyph }) => glyph), positions: drawn.map(({ position }) => position) };
}

function codeOf(
  font: EmbeddedFont,
  known: Map<string, string>,
  { id, codePoints, advanceWidth }: Glyph,
): string {
  const key = `${id} ${advanceWidth} ${codePoints.join(" ")}`;
  const code = known.get(key);
  if (code !== undefined) return code;
  let number = font.subset.includeGlyph(id);
  if (font.unicode[number] !== undefined) number = font.subset.glyphs.push(id) - 1;
  font.widths[number] = advanceWidth * font.scale;
  font.unicode[number] = codePoints;
  const made = number.toString(16).padStart(4, "0");
  known.set(key, made);
  return made;
}

/** One line of glyphs from where the layout has moved to; offsets lift marks to their places. */
function drawCodes(
  document: PDFDocument,
  codes: readonly string[],
  glyphs: readonly Glyph[],
  positions: readonly Position[],
): void {
  const { _font: font, _fontSize: size, page } = document;
  const moves: string[] = [];
  let [x, text, isMoved] = [0, "", true];
  const flush = () => {
    if (text !== "") moves.push(`[${text.replaceAll("><", "")}] TJ`);
    text = "";
  };
  for (const [i, { xAdvance, xOffset, advanceWidth: height = 0 }] of positions.entries()) {
    const isLifted = xOffset !== 0 || height !== 0;
    if (isLifted || isMoved) {
      flush();
      moves.push(`1 0 0 1 ${rounded(x + xOffset)} ${rounded((height * font.scale * size) / 1000)} Tm`);
    }
    text += `<${codes[i] ?? NOTHING}>${kerning(glyphs[i], font.scale, (xAdvance * 1000) / size)}`;
    isMoved = isLifted;
    x += xAdvance;
  }
  flush();
  if (moves.length === 0) return;
  page.fonts[font.id] ??= font.ref();
  document.addContent(`q 1 0 0 -1 0 0 cm BT /${font.id} ${rounded(size)} Tf`);
  for (const move of moves) document.addContent(move);
  document.addContent("ET Q");
}

/** The shape for what a font does not have. */
const NOTHING = "0000";

/** How far the next glyph moves back from where it would stand, in thousandths of the size; empty for not at all. */
function kerning(glyph: Glyph | undefined, scale: number, advance: number): string {
  const back = Math.round((glyph?.advanceWidth ?? 0) * scale - advance);
  return back === 0 ? "" : ` ${back} `;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
