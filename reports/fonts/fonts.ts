import type FontStore from "@react-pdf/font";
import type { ReportAssets } from "../report-assets.ts";
import { FaceShelf } from "./face-shelf.ts";
import { FONT_STYLES, type FontStyle } from "./font-face.ts";
import { READINGS, SHARED, type Reading } from "./han.ts";
import { lettersOf } from "./letters.ts";
import { LATIN, onOneLine } from "./texts.ts";

/** A part of a text that one face shows, all of it. */
export interface Stretch {
  /** Name of the face. */
  readonly face: string;
  readonly text: string;
}

/** The fonts that a document needs, and which of them show what. */
export interface Fonts {
  readonly store: FontStore;
  /** All that were loaded, as plain font files. */
  readonly files: readonly Uint8Array[];
  /** The name of the face that shows ordinary letters. */
  readonly faceOf: (style: FontStyle) => string;
  /** The font that shows ordinary letters of a face, as the layout library knows it. */
  readonly fontOf: (style: FontStyle) => unknown;
  /** The font of a face, likewise. */
  readonly fontNamed: (face: string) => unknown;
  /** A text on one line, in characters that these fonts have, cut where the face changes. */
  readonly stretches: (style: FontStyle, text: string) => readonly Stretch[];
  /** The same in one piece. */
  readonly written: (text: string) => string;
}

/** What our own words are written in. */
const OWN = Array.from("\u00a0–—‘’“”…·A");
const REPLACEMENT = "\uFFFD";
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Loads what shows these texts (`textsIn`), and no more: each letter is looked for with its marks in the faces of the
 * chart, then in those that help out, always in the same order. What no font has is shown as the replacement character.
 */
export async function loadFonts(
  texts: ReadonlySet<string>,
  assets: ReportAssets,
  styles: readonly FontStyle[] = FONT_STYLES,
): Promise<Fonts> {
  const shelf = await FaceShelf.open(assets);
  const wanted = wantedOf(shelf, texts);
  const shown = new Map<FontStyle, ReadonlyMap<string, string>>();
  for (const style of styles) shown.set(style, await facesOf(shelf, style, wanted, shown));
  const first = styles[0] ?? "serif";
  const faceOf = (style: FontStyle) => shown.get(style)?.get("A") ?? shown.get(first)?.get("A") ?? "";
  // The layout falls back on this name; with ours behind it, nothing is ever shown by a font that is not in the file.
  shelf.rename(faceOf(first), "Helvetica");

  const stretches = (style: FontStyle, text: string): readonly Stretch[] => {
    const line = onOneLine(text);
    const faces = shown.get(style) ?? shown.get(first);
    if (faces === undefined || LATIN.test(line)) return [{ face: faceOf(style), text: line }];
    return joined(shelf, shownLetters(shelf, faces, line), faceOf(style));
  };
  return {
    store: shelf.store,
    files: shelf.files,
    faceOf,
    fontOf: (style) => shelf.fontOf(faceOf(style)),
    fontNamed: (face) => shelf.fontOf(face),
    stretches,
    written: (text) =>
      stretches(first, text)
        .map(({ text: part }) => part)
        .join(""),
  };
}

/** Letters, by the key that `keyOf` makes of them. */
type Wanted = ReadonlyMap<string, { readonly letter: string; readonly reading: Reading }>;

function wantedOf(shelf: FaceShelf, texts: ReadonlySet<string>): Wanted {
  const wanted = new Map<string, { letter: string; reading: Reading }>();
  for (const text of [...OWN, ...texts]) {
    const reading = shelf.readingOf(text);
    for (const letter of lettersOf(text))
      // Marks can come apart from their letter where a text is cut.
      for (const one of new Set([letter, ...Array.from(letter)]))
        wanted.set(keyOf(one, reading), { letter: one, reading });
  }
  return wanted;
}

/** Only what languages share is told apart by them. No letter is as long as a reading and a space. */
function keyOf(letter: string, reading: Reading): string {
  return reading !== "jp" && SHARED.test(letter) ? `${reading} ${letter}` : letter;
}

async function facesOf(
  shelf: FaceShelf,
  style: FontStyle,
  wanted: Wanted,
  shown: ReadonlyMap<FontStyle, ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const [first] = shown.values();
  const found = new Map<string, string>();
  for (const [key, { letter, reading }] of wanted) {
    // What neither the face nor its helpers have, another face of the chart may.
    const name = (await shelf.faceWith(style, letter, reading)) ?? first?.get(key);
    if (name !== undefined) found.set(key, name);
  }
  const sign =
    first?.get(REPLACEMENT) ??
    (found.size < wanted.size ? await shelf.faceWith(style, REPLACEMENT, "jp") : undefined);
  if (sign !== undefined) found.set(REPLACEMENT, sign);
  return found;
}

/** Every letter with the face that shows it. */
function shownLetters(
  shelf: FaceShelf,
  faces: ReadonlyMap<string, string>,
  line: string,
): readonly Stretch[] {
  const reading = shelf.readingOf(line);
  const nameOf = (letter: string) => {
    const readings = [reading, ...READINGS];
    return readings.map((of) => faces.get(keyOf(letter, of))).find((name) => name !== undefined);
  };
  const alone = (character: string): Stretch => {
    const face = nameOf(character);
    if (face !== undefined) return { face, text: character };
    const text = character.replaceAll(IGNORABLE, "");
    return { face: faces.get(REPLACEMENT) ?? "", text: text === "" ? "" : REPLACEMENT };
  };
  return lettersOf(line).flatMap((letter): readonly Stretch[] => {
    const face = nameOf(letter);
    if (face === undefined) return Array.from(letter, alone);
    const font = shelf.fontOf(face);
    const has = (sign: string) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    return [{ face, text: letter.replaceAll(IGNORABLE, (sign) => (has(sign) ? sign : "")) }];
  });
}

/** A space is shown by what stands before it, so that words of one script are one stretch. */
function joined(shelf: FaceShelf, letters: readonly Stretch[], base: string): readonly Stretch[] {
  const stretches: { face: string; text: string }[] = [];
  for (const { face, text } of letters) {
    const last = stretches.at(-1);
    const isSpace = text === " " && last !== undefined && shelf.fontOf(last.face).hasGlyphForCodePoint(0x20);
    if (text === "") continue;
    if (last !== undefined && (isSpace || last.face === face)) last.text += text;
    else stretches.push({ face: face === "" ? base : face, text });
  }
  return stretches.length === 0 ? [{ face: base, text: "" }] : stretches;
}
