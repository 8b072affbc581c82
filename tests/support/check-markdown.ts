import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Without what looks for addresses in text that was read already: it makes links of escaped ones, which no reader does. */
const READ = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

interface SyntaxNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly SyntaxNode[];
}

/** Everything in a Markdown document, as a reader of GitHub's dialect takes it. */
export function markdownNodes(text: string): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  const waiting: SyntaxNode[] = [fromMarkdown(text, { extensions: [gfm()], mdastExtensions: READ })];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    all.push(node);
    waiting.push(...(node.children ?? []));
  }
  return all;
}

/** What is wrong with a report as Markdown: anything that could run, fetch or lead elsewhere, or markup of people. */
export function markdownProblems(text: string): readonly string[] {
  return markdownNodes(text).flatMap(({ type, value = "", url = "" }) => {
    if (NEVER.has(type)) return [`${type}: ${value}${url}`];
    return type === "link" && !/^https:\/\/seamark\.example\/cases\/[a-z-]+$/.test(url)
      ? [`a link to ${url}`]
      : [];
  });
}

const NEVER = new Set([
  "html",
  "image",
  "imageReference",
  "linkReference",
  "definition",
  "footnoteReference",
  "footnoteDefinition",
  "code",
  "delete",
  "thematicBreak",
]);
