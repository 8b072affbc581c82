import { element, escapeXml } from "../diagram/svg.ts";
import { base64 } from "./base64.ts";
import { HTML_STYLE } from "./html-style.ts";
import type { Block, Cover, ReportDocument, Row, Run } from "./report-document.ts";
import { safeHref } from "./safe-href.ts";

/** Nothing may run, and nothing may be fetched: a report is a sheet of paper. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report as one HTML file that needs nothing beside it. Every text of people is text in it. */
export function renderHtml({ cover, blocks }: ReportDocument): string {
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, escapeXml(cover.title)),
    element("style", {}, HTML_STYLE),
  );
  const body = element(
    "body",
    {},
    coverMarkup(cover),
    contents(blocks),
    element("main", {}, ...numbered(blocks)),
    cover.confidentiality === "" ? "" : element("footer", {}, escapeXml(cover.confidentiality)),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body)}\n`;
}

function coverMarkup({ title, subtitle, client, author, date, confidentiality, logo }: Cover): string {
  const about = [
    ["Client", client],
    ["Author", author],
    ["Date", date],
  ].filter(([, value]) => value !== "");
  return element(
    "header",
    { class: "cover" },
    logo === null
      ? ""
      : element("img", {
          class: "logo",
          alt: client === "" ? "Logo" : `Logo of ${client}`,
          src: `data:${logo.mediaType};base64,${base64(logo.bytes)}`,
        }),
    element("p", { class: "sounding" }, escapeXml(subtitle)),
    element("h1", {}, escapeXml(title)),
    element(
      "dl",
      {},
      ...about.flatMap(([term = "", value = ""]) => [
        element("dt", {}, term),
        element("dd", term === "Date" ? { class: "date" } : {}, escapeXml(value)),
      ]),
    ),
    confidentiality === "" ? "" : element("p", { class: "sounding" }, escapeXml(confidentiality)),
  );
}

/** Headings of the first two levels as a list of links. */
function contents(blocks: readonly Block[]): string {
  const headings = blocks.flatMap((block) => (block.type === "heading" && block.level <= 2 ? [block] : []));
  return element(
    "nav",
    { "aria-labelledby": "contents" },
    element("h2", { id: "contents" }, "Contents"),
    element(
      "ol",
      {},
      ...headings.map(({ level, id, text }) =>
        element(
          "li",
          { class: level === 1 ? "first" : "second" },
          element("a", { href: `#${id}` }, escapeXml(text)),
        ),
      ),
    ),
  );
}

/** Figures and tables are numbered in the order in which they stand. */
function numbered(blocks: readonly Block[]): readonly string[] {
  let figures = 0;
  let tables = 0;
  return blocks.map((block) => {
    if (block.type === "figure") return blockMarkup(block, (figures += 1));
    if (block.type === "table") return blockMarkup(block, (tables += 1));
    return blockMarkup(block, 0);
  });
}

function blockMarkup(block: Block, number: number): string {
  switch (block.type) {
    case "heading":
      return element(`h${block.level + 1}`, { id: block.id }, escapeXml(block.text));
    case "paragraph":
      return element("p", {}, runsMarkup(block.runs));
    case "invariant":
      return element(
        "blockquote",
        {},
        element("p", {}, escapeXml(block.sentence)),
        element("p", { class: "below" }, escapeXml(block.below)),
      );
    case "list":
      return element(
        block.isOrdered ? "ol" : "ul",
        {},
        ...block.items.map((item) => element("li", {}, ...item.map((part) => blockMarkup(part, 0)))),
      );
    case "definitions":
      return element(
        "dl",
        {},
        ...block.entries.flatMap(({ term, runs }) => [
          element("dt", {}, escapeXml(term)),
          element("dd", {}, runsMarkup(runs)),
        ]),
      );
    case "table":
      return tableMarkup(block.caption, block.head, block.rows, number);
    case "figure":
      return figureMarkup(block, number);
    case "page-break":
      return element("hr", { class: "page-break" });
  }
}

/** Letters in a row beyond which a word may be broken, also where its column could be as wide as it. */
const LONGEST_WORD = /\S{25}/;

function cellMarkup(runs: readonly Run[]): string {
  const isLong = LONGEST_WORD.test(runs.map(({ text }) => text).join(""));
  return element("td", isLong ? { class: "long" } : {}, runsMarkup(runs));
}

function tableMarkup(caption: string, head: readonly string[], rows: readonly Row[], number: number): string {
  return element(
    "div",
    { class: "table", role: "group", tabindex: 0, "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, `Table ${number}. ${escapeXml(caption)}`),
      element(
        "thead",
        {},
        element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, escapeXml(text)))),
      ),
      element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells.map(cellMarkup)))),
    ),
  );
}

/** A wider drawing would be unreadable on a page as wide as the text: it scrolls at its own size instead. */
const WIDEST_TO_FIT = 1_500;

function figureMarkup({ id, caption, drawing }: Extract<Block, { type: "figure" }>, number: number): string {
  return element(
    "figure",
    { id },
    element(
      "div",
      {
        class: drawing.width <= WIDEST_TO_FIT ? "drawing fits" : "drawing",
        role: "group",
        tabindex: 0,
        "aria-label": caption,
      },
      drawing.svg,
    ),
    element("figcaption", {}, `Figure ${number}. ${escapeXml(caption)}`),
  );
}

const FACES = { strong: "strong", emphasis: "em", mono: "code" } as const;

function runsMarkup(runs: readonly Run[]): string {
  return runs
    .map(({ text, face, href }) => {
      const words = face === undefined ? escapeXml(text) : element(FACES[face], {}, escapeXml(text));
      const address = safeHref(href);
      if (address === null) return words;
      const outside = address.startsWith("#") ? {} : { rel: "noopener noreferrer" };
      return element("a", { href: address, ...outside }, words);
    })
    .join("");
}
