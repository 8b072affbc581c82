import type FontStore from "@react-pdf/font";
import type { ReportAssets } from "../report-assets.ts";
import { FaceShelf } from "./face-shelf.ts";
import { FONT_STYLES, type FontStyle } from "./font-face.ts";

/** The fonts that a document needs, and which of them show what. */
export interface Fonts {
  readonly store: FontStore;
  /** All that were loaded, as plain font files. */
  readonly files: readonly Uint8Array[];
  /** The names of the faces that show a text, best first: at least one. */
  readonly facesFor: (style: FontStyle, text: string) => readonly string[];
  /** The font that shows ordinary letters of a face, as the layout library knows it. */
  readonly fontOf: (style: FontStyle) => unknown;
  /** A text in characters that these fonts have, on one line. */
  readonly written: (text: string) => string;
}

/** What our own words are written in. */
const OWN = Array.from("\u00a0–—‘’“”…·A");
const REPLACEMENT = "\uFFFD";
const LATIN = /^[ -~\u00a0-\u00ff]*$/;

/**
 * Loads what shows these characters, and no more: each is looked for in the faces of the chart, then in those that help
 * out, always in the same order. What no font has is shown as the replacement character.
 */
export async function loadFonts(
  characters: ReadonlySet<string>,
  assets: ReportAssets,
  styles: readonly FontStyle[] = FONT_STYLES,
): Promise<Fonts> {
  const shelf = await FaceShelf.open(assets);
  const shown = new Map<FontStyle, ReadonlyMap<string, string>>();
  for (const style of styles) shown.set(style, await facesOf(shelf, style, characters, shown));
  const nameOf = (style: FontStyle, character: string) => shown.get(style)?.get(character) ?? "";
  const base = nameOf(styles[0] ?? "serif", "A");
  // The layout falls back on this name; with ours behind it, nothing is ever shown by a font that is not in the file.
  shelf.rename(base, "Helvetica");

  return {
    store: shelf.store,
    files: shelf.files,
    fontOf: (style) => shelf.fontOf(nameOf(style, "A")),
    facesFor: (style, text) => {
      const names = new Set<string>();
      if (!LATIN.test(text)) for (const character of text) names.add(nameOf(style, character));
      names.delete("");
      return [...names.add(nameOf(style, "A") || base)];
    },
    written: (text) => {
      const line = text
        .toWellFormed()
        .replaceAll(/[\s\p{Cc}]+/gu, " ")
        .normalize();
      if (LATIN.test(line)) return line;
      return Array.from(line, (character) => {
        if (nameOf(styles[0] ?? "serif", character) !== "") return character;
        return /\p{Default_Ignorable_Code_Point}/u.test(character) ? "" : REPLACEMENT;
      }).join("");
    },
  };
}

async function facesOf(
  shelf: FaceShelf,
  style: FontStyle,
  characters: ReadonlySet<string>,
  shown: ReadonlyMap<FontStyle, ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const [first] = shown.values();
  const found = new Map<string, string>();
  const wanted = new Set([...OWN, ...characters]);
  for (const character of wanted) {
    // What neither the face nor its helpers have, another face of the chart may.
    const name = (await shelf.faceWith(style, character)) ?? first?.get(character);
    if (name !== undefined) found.set(character, name);
  }
  const sign =
    first?.get(REPLACEMENT) ??
    (found.size < wanted.size ? await shelf.faceWith(style, REPLACEMENT) : undefined);
  if (sign !== undefined) found.set(REPLACEMENT, sign);
  return found;
}
