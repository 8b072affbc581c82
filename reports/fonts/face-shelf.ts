import FontStore from "@react-pdf/font";
import type { ReportAssets } from "../report-assets.ts";
import { isWithin, rangesOf, type FontFace, type FontStyle, type Range } from "./font-face.ts";
import { readingOf, READINGS, type Reading } from "./han.ts";
import { mendShaping, type Font } from "./shaping.ts";
import { woffToSfnt } from "./woff.ts";

const INDEX = "fonts/index.json";
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Font files, each loaded when a character is first looked for in it. */
export class FaceShelf {
  readonly store = new FontStore();
  readonly #faces: readonly FontFace[];
  readonly #assets: ReportAssets;
  readonly #files = new Map<string, Uint8Array>();
  readonly #ranges = new Map<FontFace, readonly Range[]>();
  readonly #orders = new Map<Reading, readonly FontFace[]>();

  private constructor(faces: readonly FontFace[], assets: ReportAssets) {
    this.#faces = faces;
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
    return this.#faces.flatMap(({ file }) => this.#files.get(file) ?? []);
  }

  /**
   * The name of the first face that has a letter with all its marks: of its style, or else of those that help out, where
   * the shapes of the reading come before those of the others.
   */
  async faceWith(style: FontStyle, letter: string, reading: Reading): Promise<string | undefined> {
    const codes = Array.from(letter.replaceAll(IGNORABLE, "") || letter, (one) => one.codePointAt(0) ?? 0);
    for (const face of this.#inOrder(reading)) {
      if (face.style !== style && face.style !== "fallback") continue;
      if (!isWithin(this.#rangesOf(face), codes[0] ?? 0)) continue;
      if (!this.#files.has(face.file)) await this.#load(face.file);
      const font = this.fontOf(face.file);
      if (codes.every((code) => font.hasGlyphForCodePoint(code))) return face.file;
    }
    return undefined;
  }

  /** Whose shapes a text takes, by the characters that the faces were made for. */
  readingOf(text: string): Reading {
    return readingOf(text, (character) => this.#isIn("sc", character) && !this.#isIn("jp", character));
  }

  fontOf(name: string): Font {
    return this.store.fontFamilies[name]?.sources[0]?.data as unknown as Font;
  }

  /** Another name for a face that is loaded. */
  rename(name: string, also: string): void {
    const family = this.store.fontFamilies[name];
    if (family !== undefined) this.store.fontFamilies[also] = family;
  }

  #isIn(reading: Reading, character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    return this.#faces.some((face) => face.reading === reading && isWithin(this.#rangesOf(face), code));
  }

  #inOrder(reading: Reading): readonly FontFace[] {
    const known = this.#orders.get(reading);
    if (known !== undefined) return known;
    const readings = [reading, ...READINGS.filter((other) => other !== reading)];
    const ordered = [undefined, ...readings].flatMap((of) =>
      this.#faces.filter((face) => face.reading === of),
    );
    this.#orders.set(reading, ordered);
    return ordered;
  }

  /** Most faces are never asked. */
  #rangesOf(face: FontFace): readonly Range[] {
    const known = this.#ranges.get(face) ?? rangesOf(face);
    this.#ranges.set(face, known);
    return known;
  }

  async #load(file: string): Promise<void> {
    const bytes = woffToSfnt(await this.#assets.read(file));
    this.#files.set(file, bytes);
    this.store.register({ family: file, src: dataAddress(bytes) });
    await this.store.load({ fontFamily: file });
    mendShaping(this.fontOf(file));
  }
}

function dataAddress(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:font/ttf;base64,${btoa(binary)}`;
}
