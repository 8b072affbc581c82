import type { Block, Letter } from "./letter.ts";
import { cleanLines } from "./render-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as text, in an element or between the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return cleanLines(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const MONO = "ui-monospace,Menlo,Consolas,monospace";

/** Day in attributes, which every reader of mails honours; night in a style sheet, which some leave out. */
const STYLE = {
  body: "margin:0;padding:0;background:#fbfaf5;color:#15222b",
  sheet: `max-width:38rem;margin:0 auto;padding:28px 20px 40px;font:17px/1.6 ${SERIF};overflow-wrap:anywhere`,
  neatline: "height:3px;border-top:1px solid #15222b;border-bottom:1px solid #15222b",
  name: `margin:14px 0 36px;font:600 19px/1.3 ${SERIF}`,
  heading: `margin:0 0 20px;font:600 27px/1.25 ${SERIF}`,
  text: "margin:0 0 18px",
  list: "margin:0 0 18px;padding:0 0 0 22px",
  facts: "margin:0 0 22px;padding:0;border-top:1px solid #d3d9d9",
  label: `margin:0;padding:9px 0 0;font:12px/1.4 ${MONO};color:#5e6d77`,
  value: `margin:0;padding:0 0 9px;border-bottom:1px solid #d3d9d9;font:15px/1.5 ${MONO}`,
  action: "margin:26px 0 8px",
  link: `display:inline-block;padding:11px 20px;border:1px solid #15222b;background:#15222b;color:#fbfaf5;font:500 16px/1.3 ${SANS};text-decoration:none`,
  address: `margin:0 0 26px;font:12px/1.5 ${MONO};color:#5e6d77`,
  quote:
    "margin:0 0 22px;padding:2px 0 2px 16px;border-left:3px double #8a989f;white-space:pre-wrap;white-space:break-spaces",
  why: `margin:36px 0 0;padding:12px 0 0;border-top:1px solid #d3d9d9;font:13px/1.5 ${SANS};color:#5e6d77`,
} as const;

/** The only style sheet of a mail, always the same: the policy of the console names it by its hash. */
export const NIGHT_STYLES = [
  ":root{color-scheme:light dark}",
  "@media (prefers-color-scheme:dark){",
  ".paper{background:#0c151b!important;color:#dde5e6!important}",
  ".line{border-color:#dde5e6!important}",
  ".hair{border-color:#24343e!important}",
  ".rule{border-color:#54697a!important}",
  ".faint{color:#8b9ba4!important}",
  ".press{background:#dde5e6!important;border-color:#dde5e6!important;color:#0c151b!important}",
  "}",
].join("");

/** The mail as HTML: no scripts, no images, nothing from anywhere else. */
export function renderHtml({ subject, heading, blocks, why }: Letter): string {
  return [
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${NIGHT_STYLES}</style></head>`,
    `<body class="paper" style="${STYLE.body}"><main style="${STYLE.sheet}">`,
    `<div class="line" style="${STYLE.neatline}" aria-hidden="true"></div><p style="${STYLE.name}">Seamark</p>`,
    `<h1 style="${STYLE.heading}">${escapeHtml(heading)}</h1>`,
    ...blocks.map(renderBlock),
    `<p class="hair faint" style="${STYLE.why}">${escapeHtml(why)}</p>`,
    "</main></body></html>\n",
  ].join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p style="${STYLE.text}">${escapeHtml(block.text)}</p>`;
    case "list":
      return `<ul style="${STYLE.list}">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
    case "facts":
      return `<dl class="hair" style="${STYLE.facts}">${block.facts.map(renderFact).join("")}</dl>`;
    case "link":
      return `<p style="${STYLE.action}"><a class="press" style="${STYLE.link}" href="${escapeHtml(block.href)}">${escapeHtml(block.label)}</a></p>
<p class="faint" style="${STYLE.address}">${escapeHtml(block.href)}</p>`;
    case "quote":
      return `<blockquote class="rule" style="${STYLE.quote}">${escapeHtml(block.text)}</blockquote>`;
  }
}

function renderFact([label, value]: readonly [string, string]): string {
  return `<dt class="faint" style="${STYLE.label}">${escapeHtml(label)}</dt><dd class="hair" style="${STYLE.value}">${escapeHtml(value)}</dd>`;
}
