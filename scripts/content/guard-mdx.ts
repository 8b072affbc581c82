import type { AllowedComponents } from "./collections.ts";
import { isJsx, placeOf, walk, type SyntaxAttribute, type SyntaxNode } from "./syntax-node.ts";

/**
 * MDX is code, and the series is text: no imports or exports, no expressions but literals, no components beyond the list,
 * no attributes but plain strings, no links but secure and internal ones.
 */
export function guardMdx(components: AllowedComponents): () => (tree: SyntaxNode) => void {
  return () => (tree) => {
    walk(tree, (node) => {
      const problem = problemOf(node, components);
      if (problem !== null) throw new Error(`${placeOf(node)}${problem}`);
    });
  };
}

function problemOf(node: SyntaxNode, components: AllowedComponents): string | null {
  if (node.type === "mdxjsEsm") return "a text can neither import nor export";
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    return isLiteral(node) ? null : `an expression must be a literal: {${node.value ?? ""}}`;
  }
  if (node.type === "html") return "write Markdown, not HTML";
  if (isJsx(node)) return elementProblem(node, components);
  if (node.url !== undefined && !/^(https:\/\/|\/(?!\/)|#)/.test(node.url)) {
    return `a link must begin with https://, / or #: ${node.url}`;
  }
  return null;
}

const NEEDS_WORDS = ["caption", "heading"];

function elementProblem({ name, attributes = [] }: SyntaxNode, components: AllowedComponents): string | null {
  const allowed = components[name ?? ""];
  if (allowed === undefined) return `<${name ?? ""}> is not a component of the series`;
  const isPlain = ({ type, name: key, value }: SyntaxAttribute) =>
    type === "mdxJsxAttribute" && typeof value === "string" && allowed.includes(key ?? "");
  const wrong = attributes.find((one) => !isPlain(one));
  if (wrong !== undefined) {
    return `<${name ?? ""}> takes ${allowed.join(", ") || "no attributes"}, as plain strings`;
  }
  const given = attributes.filter(({ value }) => value !== "").map(({ name: key }) => key);
  const missing = allowed.find((key) => NEEDS_WORDS.includes(key) && !given.includes(key));
  return missing === undefined ? null : `<${name ?? ""}> says nothing without a ${missing}`;
}

function isLiteral({ data }: SyntaxNode): boolean {
  const body = data?.estree?.body ?? [];
  return body.every(({ expression }) => expression?.type === "Literal");
}
