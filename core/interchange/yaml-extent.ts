/** How far a YAML text may go. */
export interface YamlLimits {
  /** The deepest nesting of brackets and braces. Those within texts and comments do not count. */
  readonly depth: number;
  /** Marks at which a document begins. */
  readonly documents: number;
}

/** What the lexer puts before the text of a value, which is a token of its own. */
const VALUE = "\u001f";

/** Looks at the tokens of a YAML text as they come. */
export class YamlExtent {
  readonly #most: YamlLimits;
  #level = 0;
  #documents = 0;
  #isValue = false;

  constructor(most: YamlLimits) {
    this.#most = most;
  }

  /** What goes further than it may; null while nothing does. */
  add(token: string): keyof YamlLimits | null {
    if (!this.#isValue) {
      if (token === "[" || token === "{") this.#level += 1;
      else if (token === "]" || token === "}") this.#level -= 1;
      else if (token === "---") this.#documents += 1;
    }
    this.#isValue = token === VALUE;
    if (this.#level > this.#most.depth) return "depth";
    return this.#documents > this.#most.documents ? "documents" : null;
  }
}
