import { Lexer } from "yaml";

/** How far a YAML text goes, told from its tokens alone. */
export interface YamlExtent {
  /** The deepest nesting of brackets and braces. Those within texts and comments do not count. */
  readonly depth: number;
  /** Marks at which a document begins. */
  readonly documents: number;
}

/** What the lexer puts before the text of a value, which is a token of its own. */
const VALUE = "\u001f";

/** Reads tokens, in time proportional to the text, until something goes further than it may. */
export function yamlExtent(text: string, most: YamlExtent): YamlExtent {
  let [level, depth, documents, isValue] = [0, 0, 0, false];
  for (const token of new Lexer().lex(text)) {
    if (!isValue) {
      if (token === "[" || token === "{") level += 1;
      else if (token === "]" || token === "}") level -= 1;
      else if (token === "---") documents += 1;
    }
    isValue = token === VALUE;
    depth = Math.max(depth, level);
    if (depth > most.depth || documents > most.documents) break;
  }
  return { depth, documents };
}
