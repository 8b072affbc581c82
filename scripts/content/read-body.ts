import type { Citation } from "../../core/series/case-entry.ts";
import { spineProblems } from "../../core/series/spine.ts";
import { attribute, isJsx, placeOf, walk, type SyntaxNode } from "./syntax-node.ts";

/** What a body says about itself once it has been read from beginning to end. */
export interface BodyReading {
  citations: readonly Citation[];
  text: string;
}

/**
 * Numbers the citations in the order of first mention, gives each a place to link back to, marks the first mention
 * outside a table (its note goes into the margin), and collects the plain text. Refuses a key that is not among
 * `keys`, a source that is never cited, and a body without the fixed parts.
 */
export function readBody(
  keys: readonly string[],
  onRead: (reading: BodyReading) => void,
): () => (tree: SyntaxNode) => void {
  return () => (tree) => {
    const places = new Map<string, string[]>();
    const noted = new Set<string>();
    const parts: string[] = [];
    const words: string[] = [];
    let count = 0;
    walk(tree, (node, around) => {
      words.push(...textOf(node));
      if (!isJsx(node)) return;
      if (node.name === "Part") parts.push(attribute(node, "name") ?? "");
      if (node.name !== "Cite") return;
      const cited = (attribute(node, "keys") ?? "").split(" ").filter((key) => key !== "");
      if (cited.length === 0) throw new Error(`${placeOf(node)}<Cite> names no source`);
      const unknown = cited.find((key) => !keys.includes(key));
      if (unknown !== undefined) throw new Error(`${placeOf(node)}there is no source "${unknown}"`);
      const own = cited.map((key) => {
        count += 1;
        places.set(key, [...(places.get(key) ?? []), `cite-${count}`]);
        return `cite-${count}`;
      });
      const isInTable = around.some(({ type }) => type === "table");
      const notes = isInTable ? [] : cited.filter((key) => !noted.has(key));
      for (const key of notes) noted.add(key);
      node.attributes?.push(
        { type: "mdxJsxAttribute", name: "places", value: own.join(" ") },
        { type: "mdxJsxAttribute", name: "notes", value: notes.join(" ") },
      );
    });
    const problems = [
      ...spineProblems(parts),
      ...keys.filter((key) => !places.has(key)).map((key) => `the source "${key}" is never cited`),
    ];
    if (problems.length > 0) throw new Error(problems.join("; "));
    onRead({
      citations: [...places].map(([key, list], i) => ({ key, number: i + 1, places: list })),
      text: words.join(" ").replace(/\s+/g, " ").trim(),
    });
  };
}

function textOf(node: SyntaxNode): readonly string[] {
  if (node.type === "text" || node.type === "inlineCode") return [node.value ?? ""];
  if (node.name === "Fix") return [attribute(node, "covered") ?? "", attribute(node, "open") ?? ""];
  return [];
}
