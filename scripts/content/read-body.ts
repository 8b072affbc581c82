import type { Citation, PlainText } from "../../core/series/text-entry.ts";
import { spineProblems, type PartHeading } from "../../core/series/spine.ts";
import { plainText, type PlainSource } from "./plain-text.ts";
import { attribute, isJsx, placeOf, walk, type SyntaxNode } from "./syntax-node.ts";

/** What a body says about itself once it has been read from beginning to end. */
export interface BodyReading {
  citations: readonly Citation[];
  links: readonly string[];
  sections: readonly PartHeading[];
  text: string;
  plain: PlainText;
}

interface ReadOptions {
  readonly sources: readonly PlainSource[];
  readonly spine: readonly PartHeading[] | null;
  readonly onRead: (reading: BodyReading) => void;
}

/**
 * Numbers the citations in the order of first mention, gives each a place to link back to, marks the first mention
 * outside a table (its note goes into the margin), says of an inference whether it stands as a block, and collects the plain text. Refuses a key that is not among
 * `keys`, a source that is never cited, and a body without the fixed parts.
 */
export function readBody({ sources, spine, onRead }: ReadOptions): () => (tree: SyntaxNode) => void {
  const keys = sources.map(({ key }) => key);
  return () => (tree) => {
    const ledger: Ledger = { places: new Map(), noted: new Set(), count: 0 };
    const parts: string[] = [];
    const words: string[] = [];
    const links = new Set<string>();
    const sections: PartHeading[] = [];
    walk(tree, (node, around) => {
      words.push(...textOf(node));
      if (node.url?.startsWith("/") === true) links.add(node.url);
      if (!isJsx(node)) return;
      if (node.name === "Part") parts.push(attribute(node, "name") ?? "");
      if (node.name === "Section") sections.push(sectionOf(node));
      if (node.name === "Inference" && isBlock(node)) annotate(node, { block: "yes" });
      if (node.name === "Cite") cite(node, keys, around, ledger);
    });
    const problems = [
      ...(spine === null ? [] : spineProblems(spine, parts)),
      ...keys.filter((key) => !ledger.places.has(key)).map((key) => `the source "${key}" is never cited`),
    ];
    if (problems.length > 0) throw new Error(problems.join("; "));
    const cited = [...ledger.places.keys()];
    onRead({
      citations: [...ledger.places].map(([key, places], i) => ({ key, number: i + 1, places })),
      links: [...links].sort(),
      sections,
      text: words.join(" ").replace(/\s+/g, " ").trim(),
      plain: plainText(tree, { spine, sources, cited }),
    });
  };
}

interface Ledger {
  /** Where each source is cited so far, by key, in the order of first mention. */
  readonly places: Map<string, string[]>;
  readonly noted: Set<string>;
  count: number;
}

function cite(
  node: SyntaxNode,
  keys: readonly string[],
  around: readonly SyntaxNode[],
  ledger: Ledger,
): void {
  const cited = (attribute(node, "keys") ?? "").split(" ").filter((key) => key !== "");
  const unknown = cited.find((key) => !keys.includes(key));
  if (cited.length === 0) throw new Error(`${placeOf(node)}<Cite> names no source`);
  if (unknown !== undefined) throw new Error(`${placeOf(node)}there is no source "${unknown}"`);
  if (isBlock(node)) throw new Error(`${placeOf(node)}<Cite> stands alone and belongs to a sentence`);
  const own = cited.map((key) => {
    ledger.count += 1;
    const place = `cite-${ledger.count}`;
    ledger.places.set(key, [...(ledger.places.get(key) ?? []), place]);
    return place;
  });
  const isInTable = around.some(({ type }) => type === "table");
  const notes = isInTable ? [] : cited.filter((key) => !ledger.noted.has(key));
  for (const key of notes) ledger.noted.add(key);
  annotate(node, { places: own.join(" "), notes: notes.join(" ") });
}

function sectionOf(node: SyntaxNode): PartHeading {
  const id = attribute(node, "id") ?? "";
  return { part: id, id, heading: attribute(node, "heading") ?? "" };
}

function isBlock({ type }: SyntaxNode): boolean {
  return type === "mdxJsxFlowElement";
}

function annotate(node: SyntaxNode, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    node.attributes?.push({ type: "mdxJsxAttribute", name, value });
  }
}

function textOf(node: SyntaxNode): readonly string[] {
  if (node.type === "text" || node.type === "inlineCode") return [node.value ?? ""];
  if (node.name === "Fix") return [attribute(node, "covered") ?? "", attribute(node, "open") ?? ""];
  return [];
}
