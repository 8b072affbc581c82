import { unzipSync, zipSync, type ZippableFile } from "fflate";
import type { Reading } from "../fonts/han.ts";
import { FALLBACKS } from "./docx-styles.ts";
import { nameScriptFonts } from "./script-fonts.ts";

/** No part has a time of its own; this is the first that an archive can name. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The same document as the same bytes: the library names what it links by chance, counts through everything that it
 * ever wrote, and looks at the clock. Here names follow the order in which they occur, and the time is the report's own.
 */
export function sameBytes(docx: Uint8Array, date: string, readingOf: (text: string) => Reading): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, bytes] as const);
  const texts = new Map(
    parts.flatMap(([name, bytes]) =>
      /\.(?:xml|rels)$/.test(name) ? [[name, new TextDecoder().decode(bytes)] as const] : [],
    ),
  );
  for (const [name, text] of texts) if (name.endsWith(".rels")) renameRelations(texts, name, text);
  const written = parts
    .toSorted(([a], [b]) => order(a, b))
    .map(([name, bytes]): [string, ZippableFile] => {
      const text = texts.get(name);
      const finished = text === undefined ? null : nameScriptFonts(settled(name, text, date), readingOf);
      const content = finished === null ? bytes : new TextEncoder().encode(finished);
      return [name, [content, { mtime: NO_TIME, os: 3, level: /\.(?:png|jpe?g)$/.test(name) ? 0 : 6 }]];
    });
  return zipSync(Object.fromEntries(written));
}

/** What says which part is what comes first, as readers expect it. */
function order(a: string, b: string): number {
  const rank = (name: string) => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Ids of relations hold within one part, so each part counts its own. */
function renameRelations(texts: Map<string, string>, name: string, relations: string): void {
  const part = name.replace("_rels/", "").replace(/\.rels$/, "");
  const ids = new Map<string, string>();
  const nameOf = (id: string) => {
    const known = ids.get(id) ?? `rId${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  texts.set(
    name,
    relations.replaceAll(/ Id="([^"]*)"/g, (_, id: string) => ` Id="${nameOf(id)}"`),
  );
  const text = texts.get(part);
  if (text === undefined) return;
  texts.set(
    part,
    text.replaceAll(/ (r:(?:id|embed|link|pict))="([^"]*)"/g, (_, attribute: string, id: string) => {
      return ` ${attribute}="${ids.get(id) ?? id}"`;
    }),
  );
}

function settled(name: string, text: string, date: string): string {
  if (name === "docProps/core.xml")
    return text.replaceAll(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
  if (name === "word/fontTable.xml") return withFallbacks(text);
  return name.startsWith("word/") ? counted(text) : text;
}

/** Numbers that were counted through all documents are counted through this one. */
function counted(text: string): string {
  const counters = [
    /(_Toc)(\d+)/g,
    /(<wp:docPr id=")(\d+)/g,
    /(<pic:cNvPr id=")(\d+)/g,
    /(<w:bookmark(?:Start|End) w:id=")(\d+)/g,
    /(<w:bookmarkStart w:name="[^"]*" w:id=")(\d+)/g,
  ];
  return counters.reduce((sum, pattern) => {
    const seen = new Map<string, number>();
    return sum.replaceAll(pattern, (_, before: string, id: string) => {
      const number = seen.get(id) ?? seen.size + 1;
      seen.set(id, number);
      return `${before}${number}`;
    });
  }, text);
}

function withFallbacks(text: string): string {
  const fonts = FALLBACKS.map(
    ({ name, alternative, family, pitch }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  ).join("");
  const empty = /<w:fonts([^<>]*)\/>/;
  return empty.test(text)
    ? text.replace(empty, `<w:fonts$1>${fonts}</w:fonts>`)
    : text.replace("</w:fonts>", `${fonts}</w:fonts>`);
}
