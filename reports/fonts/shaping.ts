import { asDrawn } from "./as-drawn.ts";
import { syllablesOf } from "./letters.ts";

/** Letters of scripts that are written from right to left. */
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** What the libraries know of a font, as far as we use it. */
export interface Font {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

/** The outline of a glyph; each step makes another. */
export interface GlyphPath {
  readonly scale: (x: number, y: number) => GlyphPath;
  readonly translate: (x: number, y: number) => GlyphPath;
  readonly toSVG: () => string;
}

/** A glyph that stands for those beside it as well, so that the layout keeps them together. */
interface Cluster extends Glyph {
  readonly parts: readonly Part[];
}

/** What `drawGlyphsByMeaning` draws along with a glyph: so far from where the cluster begins, in units of the font. */
export interface Part {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

interface Position {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

interface GlyphRun {
  readonly glyphs: readonly (Glyph | Cluster)[];
  readonly positions: readonly Position[];
}

type Features = Readonly<Record<string, boolean>> | undefined;

interface ShapingFont extends Font {
  readonly unitsPerEm: number;
  _glyphs: Record<number, unknown>;
  getGlyph: (id: number, codePoints?: readonly number[]) => Glyph & { readonly path: GlyphPath };
  layout: (text: string, ...how: readonly unknown[]) => GlyphRun;
}

type Shape = (text: string, features?: Features, direction?: "rtl", script?: string) => GlyphRun;

/** What is drawn of a text that one font has all of, in units of that font. */
interface Shapes {
  readonly shapes: readonly { readonly path: GlyphPath; readonly x: number; readonly y: number }[];
  readonly advance: number;
  readonly unitsPerEm: number;
}

export function shapesIn(source: unknown, text: string): Shapes {
  const font = source as ShapingFont;
  const { glyphs, positions } = font.layout(text);
  let advance = 0;
  const shapes = placed(glyphs, positions).flatMap(({ glyph, position: { xAdvance, xOffset, yOffset } }) => {
    const parts = "parts" in glyph ? (glyph as Cluster).parts : [];
    const start = advance;
    advance += xAdvance;
    return [{ id: glyph.id, x: xOffset, y: yOffset }, ...parts].map(({ id, x, y }) => ({
      path: font.getGlyph(id).path,
      x: start + x,
      y,
    }));
  });
  return { shapes, advance, unitsPerEm: font.unitsPerEm };
}

/** Makes a font of the library say all that the drawing of a text needs. */
export function mendShaping(source: unknown): void {
  const font = source as ShapingFont;
  keepMeanings(font);
  keepHeights(font);
}

/** The library remembers a glyph with the first letter that it stood for. In Arabic one shape is part of several. */
function keepMeanings(source: ShapingFont): void {
  const make = source.getGlyph.bind(source);
  const kept = new Map<string, ReturnType<ShapingFont["getGlyph"]>>();
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
  const shape = safely(font.layout.bind(font));
  const kept = new Map<string, GlyphRun>();
  font.layout = (text, ...how) => {
    const key = how[0] === undefined || Object.keys(how[0] as object).length === 0 ? text : "";
    const known = key === "" ? undefined : kept.get(key);
    if (known !== undefined) return known;
    const { glyphs, positions } = shapeByScript(font, shape, text, how[0] as Features);
    const run = { glyphs, positions: positions.map((at) => ({ ...at, advanceWidth: at.yOffset })) };
    if (kept.size >= KEPT_RUNS) kept.clear();
    if (key !== "") kept.set(key, run);
    return run;
  };
}

/** What puts marks where their letter has a place for them. */
const WITHOUT_PLACES = { mark: false, mkmk: false, abvm: false, blwm: false, dist: false } as const;

/** The library fails at a letter that has no place for its mark; such marks then stand where the font draws them. */
function safely(layout: ShapingFont["layout"]): Shape {
  return (text, features, direction, script) => {
    try {
      return layout(text, features, script, undefined, direction);
    } catch {
      return layout(text, WITHOUT_PLACES, script, undefined, direction);
    }
  };
}

/** Marks, and the vowel of Thai and Lao that is half a mark. */
export const MARKED = /[\p{M}\u0e33\u0eb3]/u;

function shapeByScript(font: ShapingFont, shape: Shape, text: string, features: Features): GlyphRun {
  if (JOINED_UP.test(text)) return shapeJoinedUp(font, shape, text, features);
  if (!MARKED.test(text) && !RIGHT_TO_LEFT.test(text)) return shape(text, features);
  return runOf(
    syllablesOf(text).map((syllable) => {
      const drawn = asDrawn(syllable);
      const direction = RIGHT_TO_LEFT.test(syllable) ? "rtl" : undefined;
      const { glyphs, positions } = shape(drawn.text, drawn.features ?? features, direction, drawn.script);
      return clusterOf(font, codesOf(syllable), placed(glyphs, positions));
    }),
  );
}

/** Every letter looks at those beside it, so that none can be shaped alone. */
const JOINED_UP = /[\p{Script=Arabic}\p{Script=Syriac}]/u;
const MARK = /\p{M}/u;

/**
 * The layout asks for everything from left to right and turns it around afterwards. Marks then stand over the letter
 * beside theirs, so what runs the other way is shaped that way, and turned around once more.
 */
function shapeJoinedUp(font: ShapingFont, shape: Shape, text: string, features: Features): GlyphRun {
  const { glyphs, positions } = shape(text, features, "rtl");
  const letters: Placed[][] = [];
  for (const part of placed(glyphs, positions).toReversed()) {
    const [code] = part.glyph.codePoints;
    // The dots of a letter may be glyphs of their own, and mean nothing.
    const isBelonging = code === undefined || MARK.test(String.fromCodePoint(code));
    if (isBelonging && letters.length > 0) letters.at(-1)?.push(part);
    else letters.push([part]);
  }
  return runOf(
    letters.map((parts) => {
      const meaning = parts.flatMap(({ glyph }) => glyph.codePoints);
      return clusterOf(font, meaning, parts.toReversed());
    }),
  );
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

interface Placed {
  readonly glyph: Glyph;
  readonly position: Position;
}

function placed(glyphs: readonly Glyph[], positions: readonly Position[]): readonly Placed[] {
  return positions.flatMap((position, i) => {
    const glyph = glyphs[i];
    return glyph === undefined ? [] : [{ glyph, position }];
  });
}

/**
 * Within a syllable, shapes stand in another order than letters are written, are doubled and merged. Therefore the first
 * that takes room means all of it and is as wide as all of it, and the others are nothing but drawn: a reader of the text
 * gets what was written, without gaps.
 */
function clusterOf(font: ShapingFont, codePoints: readonly number[], shapes: readonly Placed[]): Placed {
  let width = 0;
  const drawn = shapes.map(({ glyph: { id }, position: { xAdvance, xOffset, yOffset } }) => {
    width += xAdvance;
    return { id, x: width - xAdvance + xOffset, y: yOffset, isWide: xAdvance > 0 };
  });
  const bearer = drawn.find(({ isWide }) => isWide) ?? drawn[0] ?? { id: 0, x: 0, y: 0 };
  const parts = drawn.filter((part) => part !== bearer);
  const position = { xAdvance: width, xOffset: bearer.x, yOffset: bearer.y, advanceWidth: 0 };
  if (parts.length === 0) return { glyph: font.getGlyph(bearer.id, codePoints), position };
  const glyph: Cluster = { id: bearer.id, codePoints, advanceWidth: width, parts };
  return { glyph, position };
}

function runOf(letters: readonly Placed[]): GlyphRun {
  return { glyphs: letters.map(({ glyph }) => glyph), positions: letters.map(({ position }) => position) };
}
