import { toHtml } from "hast-util-to-html";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { PlainText } from "../../core/series/text-entry.ts";
import type { PartHeading } from "../../core/series/spine.ts";
import { attribute, type SyntaxNode } from "./syntax-node.ts";

interface PlainOptions {
  readonly spine: readonly PartHeading[] | null;
  readonly sources: readonly PlainSource[];
  /** Source keys in the order of their numbers. */
  readonly cited: readonly string[];
}

export interface PlainSource {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
}

type Plain = Readonly<{ type: string; children?: readonly Plain[] }> & Readonly<Record<string, unknown>>;

/** Says in Markdown and HTML what a text says with components; citations become footnotes that name their sources. */
export function plainText(tree: SyntaxNode, options: PlainOptions): PlainText {
  const children = [
    ...(tree.children ?? []).flatMap((node) => plain(node, options)),
    ...options.cited.flatMap((key, i) => footnote(key, i + 1, options)),
  ];
  // What is made here is mdast by its shape; the tree that it is made of is not typed that far.
  const root = { type: "root", children } as unknown as Parameters<typeof toMarkdown>[0];
  return {
    markdown: toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: "-" }),
    html: toHtml(toHast(root)),
  };
}

function plain(node: SyntaxNode, options: PlainOptions): readonly Plain[] {
  if (node.type.startsWith("mdx") && !node.type.startsWith("mdxJsx")) return [];
  const children = (node.children ?? []).flatMap((child) => plain(child, options));
  const say = node.name === undefined || node.name === null ? undefined : COMPONENTS[node.name];
  if (say !== undefined) return say({ node, children, options });
  if (node.children === undefined) return [node as unknown as Plain];
  return [{ ...(node as unknown as Plain), children }];
}

interface Said {
  readonly node: SyntaxNode;
  readonly children: readonly Plain[];
  readonly options: PlainOptions;
}

const text = (value: string): Plain => ({ type: "text", value });
const paragraph = (...children: readonly Plain[]): Plain => ({ type: "paragraph", children });
const strong = (value: string): Plain => ({ type: "strong", children: [text(value)] });
const emphasis = (value: string): Plain => ({ type: "emphasis", children: [text(value)] });
const heading = (value: string): Plain => ({ type: "heading", depth: 2, children: [text(value)] });
const item = (value: string): Plain => ({ type: "listItem", children: [paragraph(text(value))] });

const figure = ({ node }: Said) => [paragraph(emphasis(`Figure: ${attribute(node, "caption") ?? ""}`))];
const unchanged = ({ children }: Said) => children;

const COMPONENTS: Readonly<Record<string, (said: Said) => readonly Plain[]>> = {
  Part: ({ node, children, options }) => {
    const part = options.spine?.find((one) => one.part === attribute(node, "name"));
    return [heading(part?.heading ?? ""), ...children];
  },
  Section: ({ node, children }) => [heading(attribute(node, "heading") ?? ""), ...children],
  Cite: ({ node, options }) =>
    (attribute(node, "keys") ?? "").split(" ").map((key) => {
      const identifier = String(options.cited.indexOf(key) + 1);
      return { type: "footnoteReference", identifier, label: identifier };
    }),
  Inference: ({ node, children }) =>
    node.type === "mdxJsxFlowElement"
      ? [paragraph(emphasis("We infer:")), ...children]
      : [emphasis("We infer:"), text(" "), ...children],
  Invariant: ({ node, children }) => {
    const limits = attribute(node, "limits");
    const rung = `Invariant. Rung: ${attribute(node, "rung") ?? ""}${limits === undefined ? "" : `, ${limits} only`}`;
    return [{ type: "blockquote", children: [...children, paragraph(text(rung))] }];
  },
  Sides: unchanged,
  Side: ({ node, children }) => [paragraph(strong(attribute(node, "name") ?? "")), ...children],
  Fix: ({ node, children }) => [
    paragraph(strong(attribute(node, "date") ?? "")),
    ...children,
    {
      type: "list",
      ordered: false,
      spread: false,
      children: [
        item(`Covered: ${attribute(node, "covered") ?? ""}`),
        item(`Left open: ${attribute(node, "open") ?? ""}`),
      ],
    },
  ],
  Architecture: figure,
  BeforeAfter: figure,
  Simulation: figure,
  Question: unchanged,
};

function footnote(key: string, number: number, { sources }: PlainOptions): readonly Plain[] {
  const source = sources.find((one) => one.key === key);
  if (source === undefined) return [];
  const link: Plain = { type: "link", url: source.url, children: [text(source.title)] };
  const identifier = String(number);
  return [
    {
      type: "footnoteDefinition",
      identifier,
      label: identifier,
      children: [paragraph(link, text(`, ${source.publisher}, ${source.date}`))],
    },
  ];
}
