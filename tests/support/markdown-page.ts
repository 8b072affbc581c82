import { toHtml } from "hast-util-to-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";

/** A Markdown document as a page, by a reader that lets all markup through and knows GitHub's dialect. */
export function markdownPage(markdown: string): string {
  const read = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const body = toHtml(toHast(read, { allowDangerousHtml: true }), { allowDangerousHtml: true });
  return `<!doctype html><meta charset="utf-8"><title>Markdown</title><body>${body}`;
}
