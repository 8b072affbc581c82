import {
  Composer,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Document,
  type LineCounter,
} from "yaml";
import { YamlExtent, type YamlLimits } from "./yaml-extent.ts";

/** What is wrong at a place of the text, counted in characters from 0. */
export interface YamlProblem {
  readonly at: number;
  readonly message: string;
}

/**
 * The documents of a YAML text, each as soon as it ends: what the parser made of one is gone before the next. It stops
 * where the text goes further than it may, and returns what does: brackets that nobody closes cost the square of their
 * number beyond that.
 */
export function* yamlDocuments(
  text: string,
  most: YamlLimits,
  counter: LineCounter,
): Generator<Document.Parsed, keyof YamlLimits | null> {
  const extent = new YamlExtent(most);
  const parser = new Parser(counter.addNewLine);
  // The composer would compare each key with each before it; here that is done in one go.
  const composer = new Composer({ merge: true, logLevel: "silent", uniqueKeys: false });
  counter.addNewLine(0);
  for (const token of new Lexer().lex(text)) {
    const beyond = extent.add(token);
    if (beyond !== null) return beyond;
    for (const part of parser.next(token)) yield* composer.next(part);
  }
  for (const part of parser.end()) yield* composer.next(part);
  yield* composer.end();
  return null;
}

/** What the parser does not look for: how often a document refers to its parts, and keys that stand twice in one map. */
export function lookThrough(document: Document.Parsed): {
  readonly aliases: number;
  readonly problems: readonly YamlProblem[];
} {
  const problems: YamlProblem[] = [];
  const waiting: unknown[] = [document.contents];
  let aliases = 0;
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isAlias(node)) aliases += 1;
    else if (isPair(node)) waiting.push(node.value, node.key);
    else if (isMap(node) || isSeq(node)) {
      if (isMap(node)) problems.push(...keysTwice(node.items));
      for (let i = node.items.length - 1; i >= 0; i -= 1) waiting.push(node.items[i]);
    }
  }
  return { aliases, problems };
}

/** Only one of the two could be read. Merge keys may. */
function keysTwice(items: readonly { readonly key: unknown }[]): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const known = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key) || key.value === "<<") continue;
    if (known.has(key.value)) problems.push({ at: key.range?.[0] ?? 0, message: TWICE });
    known.add(key.value);
  }
  return problems;
}

const TWICE = "this key stands twice here: take one of the two out";
