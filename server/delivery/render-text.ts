import type { Block, Letter } from "./letter.ts";

/** Controls, except tab and line end, and what reorders or hides text. */
const UNPRINTABLE = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text as it may stand in a mail: one kind of line end, nothing that is not seen. */
export function cleanLines(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(UNPRINTABLE, "");
}

/** The mail as plain text, which says the same as the HTML. */
export function renderText({ heading, blocks, why }: Letter): string {
  const parts = [cleanLines(heading), ...blocks.map(renderBlock), `-- \n${cleanLines(why)}`];
  return `${parts.join("\n\n")}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return cleanLines(block.text);
    case "list":
      return block.items.map((item) => `- ${cleanLines(item)}`).join("\n");
    case "facts":
      return block.facts.map(([label, value]) => `${label}: ${cleanLines(value)}`).join("\n");
    case "link":
      return `${block.label}:\n${block.href}`;
    case "quote":
      return cleanLines(block.text)
        .split("\n")
        .map((line) => `> ${line}`.trimEnd())
        .join("\n");
  }
}
