/** As much of an MDX syntax tree as the guards and collectors look at. */
export interface SyntaxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly attributes?: SyntaxAttribute[];
  readonly children?: readonly SyntaxNode[];
  readonly data?: { readonly estree?: { readonly body: readonly EstreeStatement[] } };
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

export interface SyntaxAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
}

interface EstreeStatement {
  readonly type: string;
  readonly expression?: { readonly type: string };
}

/** Calls `visit` for every node, parents first, with the nodes around it. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, around: readonly SyntaxNode[]) => void,
  around: readonly SyntaxNode[] = [],
): void {
  visit(node, around);
  for (const child of node.children ?? []) walk(child, visit, [...around, node]);
}

export function isJsx(node: SyntaxNode): boolean {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

export function attribute(node: SyntaxNode, name: string): string | undefined {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  return typeof value === "string" ? value : undefined;
}

export function placeOf({ position }: SyntaxNode): string {
  return position === undefined ? "" : `line ${position.start.line}, column ${position.start.column}: `;
}
