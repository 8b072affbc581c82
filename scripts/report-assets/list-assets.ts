import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FontFace } from "#reports/fonts/font-face.ts";
import type { Reading } from "#reports/fonts/han.ts";

const PACKAGES = resolve(import.meta.dirname, "../../node_modules");
const FONTS = join(PACKAGES, "@fontsource");

interface Source {
  readonly style: FontFace["style"];
  readonly name: string;
  readonly cut: string;
  readonly reading?: Reading;
}

/** Scripts that one subset of a face of their own shows, by the name that both have. */
const SCRIPTS = [
  ...["hebrew", "thaana", "armenian", "georgian", "ethiopic"],
  ...[
    "devanagari",
    "bengali",
    "gurmukhi",
    "gujarati",
    "oriya",
    "tamil",
    "telugu",
    "kannada",
    "malayalam",
    "sinhala",
  ],
  ...["thai", "lao", "khmer", "myanmar"],
];

/** The faces of the chart as far as reports use them, and those that help out where these have no letters. */
const SOURCES: readonly Source[] = [
  { style: "serif", name: "source-serif-4", cut: "400-normal" },
  { style: "serif-italic", name: "source-serif-4", cut: "400-italic" },
  { style: "serif-strong", name: "source-serif-4", cut: "600-normal" },
  { style: "sans", name: "hanken-grotesk", cut: "400-normal" },
  { style: "sans-strong", name: "hanken-grotesk", cut: "500-normal" },
  { style: "mono", name: "ibm-plex-mono", cut: "400-normal" },
  fallback("noto-sans"),
  fallback("noto-sans-arabic"),
  ...SCRIPTS.map((script) => fallback(`noto-sans-${script}`)),
  fallback("noto-sans-jp", "jp"),
  fallback("noto-sans-sc", "sc"),
  fallback("noto-sans-kr", "kr"),
  fallback("noto-emoji"),
];

function fallback(name: string, reading?: Reading): Source {
  return { style: "fallback", name, cut: "400-normal", ...(reading === undefined ? {} : { reading }) };
}

/** What `noto-sans` has already, and other packages bring along. */
const COMMON = new Set(["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek-ext"]);

function isNeeded({ style, name }: Source, subset: string): boolean {
  const script = name.replace("noto-sans-", "");
  if (SCRIPTS.includes(script)) return subset === script;
  return style !== "fallback" || name === "noto-sans" ? subset !== "devanagari" : !COMMON.has(subset);
}

export const FONT_INDEX = "fonts/index.json";

/** Every font file with the characters it was made for, in the order in which they are tried. */
function listFonts(): readonly FontFace[] {
  return SOURCES.flatMap((source) => {
    const { style, name, cut, reading } = source;
    const ranges = JSON.parse(readFileSync(join(FONTS, name, "unicode.json"), "utf8")) as Record<
      string,
      string
    >;
    // The packages list what is rarest first.
    return Object.entries(ranges)
      .toReversed()
      .filter(([subset]) => isNeeded(source, subset))
      .map(([subset, unicode]) => ({
        style,
        ...(reading === undefined ? {} : { reading }),
        file: `fonts/${name}-${subset.replaceAll(/[[\]]/g, "")}-${cut}.woff`,
        ranges: unicode,
      }));
  });
}

/** The names of all assets, and where each lies; the index of the fonts is made, and lies nowhere. */
export function listAssets(): ReadonlyMap<string, string> {
  const names = new Set(SOURCES.map(({ name }) => name));
  // The longest first: the name of one family begins those of others.
  const byLength = [...names].toSorted((a, b) => b.length - a.length);
  const fonts = listFonts().map(({ file }): [string, string] => {
    const name = byLength.find((known) => file.startsWith(`fonts/${known}-`)) ?? "";
    return [file, join(FONTS, name, "files", file.slice("fonts/".length))];
  });
  const licences = [...names].map((name): [string, string] => [
    `fonts/LICENSE-${name}.txt`,
    join(FONTS, name, "LICENSE"),
  ]);
  return new Map([...fonts, ...licences, ["resvg.wasm", join(PACKAGES, "@resvg/resvg-wasm/index_bg.wasm")]]);
}

export function fontIndex(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(listFonts()));
}
