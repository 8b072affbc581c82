import type { Run } from "#core/report/report-document.ts";
import type { FontStyle } from "../fonts/font-face.ts";
import type { Fonts } from "../fonts/fonts.ts";
import { syllablesOf } from "../fonts/letters.ts";
import { RIGHT_TO_LEFT } from "../fonts/shaping.ts";
import { linkOf } from "../link-of.ts";
import { instance, node, type PdfNode, type Style, type Tag } from "./node.ts";

export const INK = {
  ink: "#15222b",
  soft: "#43535d",
  faint: "#5e6d77",
  rule: "#8a989f",
  hairline: "#d3d9d9",
  seam: "#ad0f6b",
} as const;

/** How a kind of text looks. Sizes in points, `leading` as a factor of the size. */
interface Manner {
  readonly face: FontStyle;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
  readonly spacing?: number;
}

export const MANNERS = {
  display: { face: "serif", size: 34, leading: 1.12, color: INK.ink, spacing: -0.4 },
  lead: { face: "serif", size: 15, leading: 1.35, color: INK.soft },
  heading1: { face: "serif", size: 23, leading: 1.18, color: INK.ink, spacing: -0.2 },
  heading2: { face: "serif-strong", size: 14.5, leading: 1.25, color: INK.ink },
  heading3: { face: "sans-strong", size: 11, leading: 1.3, color: INK.ink },
  heading4: { face: "sans-strong", size: 9.5, leading: 1.35, color: INK.soft },
  body: { face: "serif", size: 10.5, leading: 1.46, color: INK.ink },
  invariant: { face: "serif-italic", size: 13, leading: 1.38, color: INK.ink },
  cell: { face: "sans", size: 8.75, leading: 1.4, color: INK.ink },
  head: { face: "mono", size: 7.25, leading: 1.4, color: INK.faint },
  term: { face: "sans-strong", size: 9.25, leading: 1.46, color: INK.ink },
  sounding: { face: "mono", size: 7.75, leading: 1.45, color: INK.faint },
} as const satisfies Readonly<Record<string, Manner>>;
export type MannerName = keyof typeof MANNERS;

export interface TextOptions {
  readonly style?: Style;
  readonly tags?: readonly Tag[];
  readonly props?: Readonly<Record<string, unknown>>;
  /** Links look like what is around them: where everything is one. */
  readonly isQuiet?: boolean;
}

/** Puts texts of people into nodes: in faces that have their characters, and as nothing but text. */
export interface Typesetter {
  readonly fonts: Fonts;
  readonly text: (manner: MannerName, runs: readonly Run[] | string, options?: TextOptions) => PdfNode;
}

export function createTypesetter(fonts: Fonts): Typesetter {
  return {
    fonts,
    text: (manner, runs, { style = {}, tags, props = {}, isQuiet = false } = {}) => {
      const { face, size, leading, color, spacing }: Manner = MANNERS[manner];
      const given = typeof runs === "string" ? [{ text: runs }] : runs;
      const base = {
        fontFamily: fonts.faceOf(face),
        fontSize: size,
        lineHeight: leading,
        color,
        ...(spacing === undefined ? {} : { letterSpacing: spacing }),
        ...(isRightToLeft(given) ? { direction: "rtl", textAlign: "right" } : {}),
      };
      return node(
        "TEXT",
        { ...base, ...style },
        { ...props, ...(tags === undefined ? {} : { tags }), hyphenationCallback: breakable },
        given.flatMap((run) => runNodes(fonts, { face, size, isQuiet }, run)),
      );
    },
  };
}

/** A text runs the way of its first letter. */
function isRightToLeft(runs: readonly Run[]): boolean {
  for (const { text } of runs) {
    const [letter] = /\p{L}/u.exec(text) ?? [];
    if (letter !== undefined) return RIGHT_TO_LEFT.test(letter);
  }
  return false;
}

const FACES: Readonly<Record<NonNullable<Run["face"]>, (around: FontStyle) => FontStyle>> = {
  strong: (around) => (around.startsWith("serif") ? "serif-strong" : "sans-strong"),
  emphasis: (around) => (around.startsWith("serif") ? "serif-italic" : around),
  mono: () => "mono",
};
/** Mono letters look larger than those beside them. */
const MONO_SIZE = 0.92;

interface Around {
  readonly face: FontStyle;
  readonly size: number;
  readonly isQuiet: boolean;
}

function runNodes(fonts: Fonts, around: Around, run: Run): readonly PdfNode[] {
  const face = run.face === undefined ? around.face : FACES[run.face](around.face);
  const base = fonts.faceOf(face);
  const parts = fonts
    .stretches(face, run.text)
    .map((part) =>
      part.face === base
        ? instance(part.text)
        : node("TEXT", { fontFamily: part.face }, {}, [instance(part.text)]),
    );
  const style: Style = face === around.face ? {} : { fontFamily: base };
  const href = linkOf(run);
  if (href !== null) {
    const textDecoration = around.isQuiet ? "none" : "underline";
    const look = { color: INK.ink, textDecoration, textDecorationColor: INK.rule };
    return [node("LINK", { ...look, ...style }, { src: href }, parts)];
  }
  if (face === around.face) return parts;
  const size = face === "mono" ? { fontSize: around.size * MONO_SIZE } : {};
  return [node("TEXT", { ...style, ...size }, {}, parts)];
}

const LONGEST_WHOLE = 16;
const PIECE = 8;
/** Scripts that are written without spaces. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** A place to break at that adds no hyphen: a space without width. */
const NO_HYPHEN = "";

/** Where a word may be broken when its line is full: ordinary ones nowhere, since nobody said what language they are. */
function breakable(word: string): string[] {
  if (word.length <= LONGEST_WHOLE && !UNSPACED.test(word)) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of syllablesOf(word)) {
    if (piece !== "" && (isUnspaced(character) || piece.length >= PIECE) && !isAttached(character)) {
      pieces.push(piece, NO_HYPHEN);
      piece = "";
    }
    piece += character;
    if (/[/\\.,:;_\-=&?)\]]/.test(character) && piece.length > 2) {
      pieces.push(piece, NO_HYPHEN);
      piece = "";
    }
  }
  if (piece !== "") pieces.push(piece);
  if (pieces.at(-1) === NO_HYPHEN) pieces.pop();
  return pieces;
}

function isUnspaced(character: string): boolean {
  return UNSPACED.test(character);
}

/** What must not begin a line: marks on the letter before it, joined pictures, closing punctuation. */
function isAttached(character: string): boolean {
  return /^(?:\p{M}|\p{Emoji_Modifier}|\p{Default_Ignorable_Code_Point}|[、。，．・：；？！」』）］｝〉》】ー々])$/u.test(
    character,
  );
}
