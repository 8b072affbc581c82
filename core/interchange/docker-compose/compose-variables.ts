import { UNSAID } from "../running/named-hosts.ts";

const TOKEN = /\$\$|\$\{[A-Za-z_]\w{0,200}(?::?[-?+])?|\$[A-Za-z_]\w{0,200}|[{}]/g;

/**
 * A value with the defaults of its variables (`${HOST:-db}`) put in, as the file gives them. What the file does not say
 * becomes `UNSAID`.
 */
export function withDefaults(value: string): string {
  if (!value.includes("$")) return value;
  const reading = new Reading();
  let at = 0;
  for (const { 0: token, index } of value.matchAll(TOKEN)) {
    reading.add(value.slice(at, index));
    reading.take(token);
    at = index + token.length;
  }
  reading.add(value.slice(at));
  return reading.text;
}

class Reading {
  text = "";
  /** For each variable or brace that is open: whether what stands in it counts. */
  readonly #open: ("default" | "passed-over" | "brace")[] = [];
  #passedOver = 0;

  add(part: string): void {
    if (this.#passedOver === 0) this.text += part;
  }

  take(token: string): void {
    if (token === "$$") this.add("$");
    else if (token === "{") this.#openBrace();
    else if (token === "}") this.#close();
    else if (!token.startsWith("${")) this.add(UNSAID);
    else if (token.endsWith("-")) this.#open.push("default");
    else this.#openUnsaid();
  }

  #openBrace(): void {
    this.#open.push("brace");
    this.add("{");
  }

  #openUnsaid(): void {
    this.add(UNSAID);
    this.#open.push("passed-over");
    this.#passedOver += 1;
  }

  #close(): void {
    const closed = this.#open.pop();
    if (closed === "passed-over") this.#passedOver -= 1;
    else if (closed !== "default") this.add("}");
  }
}
