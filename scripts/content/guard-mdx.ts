import { isJsx, placeOf, walk, type SyntaxAttribute, type SyntaxNode } from "./syntax-node.ts";

/** The components that a case may use, each with the attributes it may carry. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  Part: ["name"],
  Cite: ["keys"],
  Inference: [],
  Invariant: ["rung", "limits"],
  Sides: [],
  Side: ["name"],
  Fix: ["date", "covered", "open"],
  Architecture: ["caption"],
  Question: [],
};

/**
 * MDX is code, and a case is text: no imports or exports, no expressions but literals, no components beyond the list,
 * no attributes but plain strings, no links but secure and internal ones.
 */
export function guardMdx(): (tree: SyntaxNode) => void {
  return (tree) => {
    walk(tree, (node) => {
      const problem = problemOf(node);
      if (problem !== null) throw new Error(`${placeOf(node)}${problem}`);
    });
  };
}

function problemOf(node: SyntaxNode): string | null {
  if (node.type === "mdxjsEsm") return "a case can neither import nor export";
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    return isLiteral(node) ? null : `an expression must be a literal: {${node.value ?? ""}}`;
  }
  if (node.type === "html") return "write Markdown, not HTML";
  if (isJsx(node)) return elementProblem(node);
  if (node.url !== undefined && !/^(https:\/\/|\/(?!\/)|#)/.test(node.url)) {
    return `a link must begin with https://, / or #: ${node.url}`;
  }
  return null;
}

function elementProblem({ name, attributes = [] }: SyntaxNode): string | null {
  const allowed = ALLOWED[name ?? ""];
  if (allowed === undefined) return `<${name ?? ""}> is not a component of the series`;
  const isPlain = ({ type, name: key, value }: SyntaxAttribute) =>
    type === "mdxJsxAttribute" && typeof value === "string" && allowed.includes(key ?? "");
  const wrong = attributes.find((one) => !isPlain(one));
  return wrong === undefined
    ? null
    : `<${name ?? ""}> takes ${allowed.join(", ") || "no attributes"}, as plain strings`;
}

function isLiteral({ data }: SyntaxNode): boolean {
  const body = data?.estree?.body ?? [];
  return body.every(({ expression }) => expression?.type === "Literal");
}
