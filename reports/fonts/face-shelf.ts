import FontStore from "@react-pdf/font";
import type { ReportAssets } from "../report-assets.ts";
import { rangesOf, type FontFace, type FontStyle } from "./font-face.ts";
import { woffToSfnt } from "./woff.ts";

const INDEX = "fonts/index.json";
/** Letters of scripts that are written from right to left. */
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** What the libraries know of a font, as far as we use it. */
interface Font {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}

/** Font files, each loaded when a character is first looked for in it. */
export class FaceShelf {
  readonly store = new FontStore();
  readonly #faces: readonly { readonly face: FontFace; readonly ranges: ReturnType<typeof rangesOf> }[];
  readonly #assets: ReportAssets;
  readonly #files = new Map<string, Uint8Array>();

  private constructor(faces: readonly FontFace[], assets: ReportAssets) {
    this.#faces = faces.map((face) => ({ face, ranges: rangesOf(face) }));
    this.#assets = assets;
    // Fonts that are in no file.
    this.store.clear();
  }

  static async open(assets: ReportAssets): Promise<FaceShelf> {
    const index = new TextDecoder().decode(await assets.read(INDEX));
    return new FaceShelf(JSON.parse(index) as readonly FontFace[], assets);
  }

  /** The files that were loaded, as plain fonts, those of the chart before those that help out. */
  get files(): readonly Uint8Array[] {
    return this.#faces.flatMap(({ face }) => this.#files.get(face.file) ?? []);
  }

  /** The name of the first face that has a character: of its style, or else of those that help out. */
  async faceWith(style: FontStyle, character: string): Promise<string | undefined> {
    const code = character.codePointAt(0) ?? 0;
    for (const { face, ranges } of this.#faces) {
      if (face.style !== style && face.style !== "fallback") continue;
      if (!ranges.some(([first, last]) => first <= code && code <= last)) continue;
      if (!this.#files.has(face.file)) await this.#load(face.file);
      if (this.fontOf(face.file).hasGlyphForCodePoint(code)) return face.file;
    }
    return undefined;
  }

  fontOf(name: string): Font {
    return this.store.fontFamilies[name]?.sources[0]?.data as unknown as Font;
  }

  /** Another name for a face that is loaded. */
  rename(name: string, also: string): void {
    const family = this.store.fontFamilies[name];
    if (family !== undefined) this.store.fontFamilies[also] = family;
  }

  async #load(file: string): Promise<void> {
    const bytes = woffToSfnt(await this.#assets.read(file));
    this.#files.set(file, bytes);
    this.store.register({ family: file, src: dataAddress(bytes) });
    await this.store.load({ fontFamily: file });
    const font = this.fontOf(file) as unknown as ShapingFont;
    keepMeanings(font);
    keepHeights(font);
  }
}

interface ShapingFont {
  _glyphs: Record<number, unknown>;
  getGlyph: (id: number, codePoints?: readonly number[]) => unknown;
  layout: (text: string, ...how: readonly unknown[]) => GlyphRun;
}

interface GlyphRun {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly { readonly yOffset: number; readonly advanceWidth: number }[];
}

/** The library remembers a glyph with the first letter that it stood for. In Arabic one shape is part of several. */
function keepMeanings(source: ShapingFont): void {
  const make = source.getGlyph.bind(source);
  const kept = new Map<string, unknown>();
  source.getGlyph = (id, codePoints = []) => {
    const key = codePoints.length === 1 ? `${id} ${codePoints[0] ?? ""}` : `${id} ${codePoints.join(" ")}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    source._glyphs = {};
    const made = make(id, codePoints);
    kept.set(key, made);
    return made;
  };
}

/** Runs of glyphs that are kept for when the same words come again; a report says many things more than once. */
const KEPT_RUNS = 4000;

/**
 * The layout forgets how high a mark stands over its letter, so that comes along in a field that it hands on unread
 * (`drawGlyphsByMeaning` takes it from there). The same words are shaped once.
 */
function keepHeights(font: ShapingFont): void {
  const shape = font.layout.bind(font);
  const kept = new Map<string, GlyphRun>();
  font.layout = (text, ...how) => {
    const key = how[0] === undefined || Object.keys(how[0] as object).length === 0 ? text : "";
    const known = key === "" ? undefined : kept.get(key);
    if (known !== undefined) return known;
    const { glyphs, positions } = RIGHT_TO_LEFT.test(text)
      ? shapeBackwards(shape, text, how)
      : shape(text, ...how);
    const run = { glyphs, positions: positions.map((at) => ({ ...at, advanceWidth: at.yOffset })) };
    if (kept.size >= KEPT_RUNS) kept.clear();
    if (key !== "") kept.set(key, run);
    return run;
  };
}

/**
 * The layout asks for everything from left to right and turns it around afterwards. Marks then stand over the letter
 * beside theirs, so what runs the other way is shaped that way, and turned around once more.
 */
function shapeBackwards(
  shape: ShapingFont["layout"],
  text: string,
  [features]: readonly unknown[],
): GlyphRun {
  const { glyphs, positions } = shape(text, features, undefined, undefined, "rtl");
  return { glyphs: glyphs.toReversed(), positions: positions.toReversed() };
}

function dataAddress(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:font/ttf;base64,${btoa(binary)}`;
}
