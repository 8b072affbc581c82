import { onOneLine } from "../on-one-line.ts";

/** The entities that people write in labels; every other one by its number. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    quot: '"',
    amp: "&",
    lt: "<",
    gt: ">",
    apos: "'",
    nbsp: " ",
    num: "#",
    semi: ";",
    colon: ":",
    comma: ",",
    period: ".",
    equals: "=",
    lpar: "(",
    rpar: ")",
    lsqb: "[",
    rsqb: "]",
    lbrack: "[",
    rbrack: "]",
    lcub: "{",
    rcub: "}",
    lbrace: "{",
    rbrace: "}",
    vert: "|",
    verbar: "|",
    bsol: "\\",
    sol: "/",
    percnt: "%",
    dollar: "$",
    grave: "`",
    lowbar: "_",
    ast: "*",
    plus: "+",
    excl: "!",
    quest: "?",
    commat: "@",
    hyphen: "-",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    larr: "←",
    rarr: "→",
    uarr: "↑",
    darr: "↓",
    harr: "↔",
    middot: "·",
    bull: "•",
    times: "×",
  }),
);

const BREAKS = /<br\s{0,5}\/?>|\\n|\r?\n/gi;
const FORMATTING =
  /<\/?(?:b|i|u|s|em|strong|small|big|sub|sup|code|tt|span|font|center|p|div|h[1-6])(?:\s[^<>]{0,200})?\/?>/gi;
const ICONS = /(?<![\w:])fa[a-z]?:fa-[\w-]{1,50}/g;
const STRONG = /\*\*([^*\n]{1,500})\*\*/g;
const EMPHASIS = /(?<![\w*])[*_]([^*_\n]{1,500})[*_](?![\w*])/g;

/** The words of a label: line breaks are spaces, markup is dropped, entities (`#quot;`, `#35;`) are what they stand for. */
export function labelText(raw: string, isMarkdown = false): string {
  const plain = isMarkdown ? raw.replaceAll(STRONG, "$1").replaceAll(EMPHASIS, "$1") : raw;
  const words = plain.replaceAll(BREAKS, " ").replaceAll(FORMATTING, "").replaceAll(ICONS, "");
  return decodeEntities(words).replaceAll(/\s+/gu, " ").trim();
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /(&#x|&?#|&)(\w{1,32});/g,
    (whole, start: string, name: string) =>
      (start === "&"
        ? NAMED.get(name)
        : start === "&#x"
          ? byNumber(name, 16)
          : (byNumber(name, 10) ?? NAMED.get(name))) ?? whole,
  );
}

function byNumber(digits: string, base: 10 | 16): string | undefined {
  if (!(base === 10 ? /^\d{1,7}$/ : /^[0-9a-f]{1,6}$/i).test(digits)) return undefined;
  const point = Number.parseInt(digits, base);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}

/**
 * A text as a label that stands between quotation marks. Whatever could be markup, Markdown, an address, an entity or
 * syntax in any version of Mermaid is written by its number, and reads as the text again. “ﬂ” and “¶” are what Mermaid
 * itself puts in the place of entities.
 */
export function asLabel(text: string): string {
  return onOneLine(text).replaceAll(
    /[^\p{L}\p{M}\p{N}, ]|[ﬂ¶]/gu,
    (character) => `#${character.codePointAt(0) ?? 32};`,
  );
}
