import type { GlossaryWord } from "../../core/series/glossary.schema.ts";
import { wordId } from "../../core/series/word-id.ts";
import { isJsx, type SyntaxNode } from "./syntax-node.ts";

type Mutable = { -readonly [Key in keyof SyntaxNode]: SyntaxNode[Key] };

/** Where a word is left as it stands: there it is a link, a name or code already. */
const LEFT_ALONE = ["heading", "link", "table", "code", "inlineCode"];
const LEFT_ALONE_IN = ["Invariant", "Side", "Term"];

/**
 * Marks the first mention of each word of the glossary in running text, longest spelling first, so that its definition
 * can be seen where it is read.
 */
export function markWords(words: readonly GlossaryWord[]): () => (tree: SyntaxNode) => void {
  const spellings = words
    .flatMap(({ term, mark }) => mark.map((spelling) => ({ term, spelling })))
    .toSorted((a, b) => b.spelling.length - a.spelling.length);
  return () => (tree) => {
    const marked = new Set<string>();
    visit(tree, (text) => {
      const found = spellings.flatMap(({ term, spelling }) => {
        if (marked.has(term)) return [];
        const at = text.search(new RegExp(`(?<![\\w’-])${spelling}(?![\\w’-])`));
        return at < 0 ? [] : [{ term, at, length: spelling.length }];
      })[0];
      if (found !== undefined) marked.add(found.term);
      return found;
    });
  };
}

interface Mention {
  readonly term: string;
  readonly at: number;
  readonly length: number;
}

function visit(node: SyntaxNode, find: (text: string) => Mention | undefined): void {
  if (LEFT_ALONE.includes(node.type) || (isJsx(node) && LEFT_ALONE_IN.includes(node.name ?? ""))) return;
  if (node.children === undefined) return;
  for (const child of node.children) visit(child, find);
  (node as Mutable).children = node.children.flatMap((child) =>
    child.type === "text" && node.type === "paragraph" ? split(child.value ?? "", find) : [child],
  );
}

function split(value: string, find: (text: string) => Mention | undefined): readonly SyntaxNode[] {
  const mention = find(value);
  if (mention === undefined) return value === "" ? [] : [{ type: "text", value }];
  const { term, at, length } = mention;
  return [
    { type: "text", value: value.slice(0, at) },
    {
      type: "mdxJsxTextElement",
      name: "Term",
      attributes: [{ type: "mdxJsxAttribute", name: "id", value: wordId(term) }],
      children: [{ type: "text", value: value.slice(at, at + length) }],
    },
    ...split(value.slice(at + length), find),
  ];
}
