import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FontFace } from "#reports/fonts/font-face.ts";

const PACKAGES = resolve(import.meta.dirname, "../../node_modules");
const FONTS = join(PACKAGES, "@fontsource");

/** The faces of the chart as far as reports use them, and those that help out where these have no letters. */
const STYLES: readonly (readonly [style: FontFace["style"], name: string, cut: string])[] = [
  ["serif", "source-serif-4", "400-normal"],
  ["serif-italic", "source-serif-4", "400-italic"],
  ["serif-strong", "source-serif-4", "600-normal"],
  ["sans", "hanken-grotesk", "400-normal"],
  ["sans-strong", "hanken-grotesk", "500-normal"],
  ["mono", "ibm-plex-mono", "400-normal"],
  ["fallback", "noto-sans-arabic", "400-normal"],
  ["fallback", "noto-sans-jp", "400-normal"],
  ["fallback", "noto-emoji", "400-normal"],
];

export const FONT_INDEX = "fonts/index.json";

/** Every font file with the characters it was made for, in the order in which they are tried. */
function listFonts(): readonly FontFace[] {
  return STYLES.flatMap(([style, name, cut]) => {
    const ranges = JSON.parse(readFileSync(join(FONTS, name, "unicode.json"), "utf8")) as Record<
      string,
      string
    >;
    // The packages list what is rarest first.
    return Object.entries(ranges)
      .toReversed()
      .map(([subset, unicode]) => ({
        style,
        file: `fonts/${name}-${subset.replaceAll(/[[\]]/g, "")}-${cut}.woff`,
        ranges: unicode,
      }));
  });
}

/** The names of all assets, and where each lies; the index of the fonts is made, and lies nowhere. */
export function listAssets(): ReadonlyMap<string, string> {
  const fonts = listFonts().map(({ file }): [string, string] => [file, fontFile(file)]);
  const licences = [...new Set(STYLES.map(([, name]) => name))].map((name): [string, string] => [
    `fonts/LICENSE-${name}.txt`,
    join(FONTS, name, "LICENSE"),
  ]);
  return new Map([...fonts, ...licences, ["resvg.wasm", join(PACKAGES, "@resvg/resvg-wasm/index_bg.wasm")]]);
}

export function fontIndex(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(listFonts()));
}

function fontFile(asset: string): string {
  const name = STYLES.map(([, known]) => known).find((known) => asset.startsWith(`fonts/${known}-`)) ?? "";
  return join(FONTS, name, "files", asset.slice("fonts/".length));
}
