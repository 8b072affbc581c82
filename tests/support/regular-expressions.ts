import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression of the product, and every place where it stands. */
export interface WrittenExpression {
  readonly source: string;
  readonly flags: string;
  readonly places: string[];
}

const CODE = "{app,components,content,core,live,reports,scripts,server}/**/*.{ts,tsx,mjs}";

/** What stands in a pattern for the part that is put in when it runs: names and words, in every pattern of ours. */
const PUT_IN = "x";

/** Every regular expression that the product's own code writes, each once; those of generated files are others' words. */
export function writtenExpressions(): readonly WrittenExpression[] {
  const found = new Map<string, WrittenExpression>();
  for (const path of globSync(CODE)) {
    if (path.includes("generated")) continue;
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const written = expressionIn(node);
      if (written !== undefined) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const key = `/${written.source}/${written.flags}`;
        const known = found.get(key) ?? { ...written, places: [] };
        known.places.push(`${path}:${line}`);
        found.set(key, known);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found.values()];
}

function expressionIn(node: ts.Node): Pick<WrittenExpression, "source" | "flags"> | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (!isMade || node.expression.getText() !== "RegExp") return undefined;
  const [pattern, flags] = node.arguments ?? [];
  return { source: textOf(pattern), flags: flags === undefined ? "" : textOf(flags) };
}

function textOf(node: ts.Node | undefined): string {
  if (node !== undefined && ts.isStringLiteralLike(node)) return node.text;
  if (node !== undefined && ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => PUT_IN + literal.text).join("");
  throw new Error(`a pattern is made of what cannot be told from the code: ${node?.getText() ?? "nothing"}`);
}
