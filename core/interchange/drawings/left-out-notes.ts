import type { DrawnGraph } from "../mermaid/drawn-graph.ts";

/** Lines that cannot be read are named one by one up to here. */
const NAMED = 20;

/** What a file holds that is left out: each thing once, what comes often with how often. */
export class LeftOutNotes {
  readonly #added: { readonly what: string; readonly line: number }[] = [];
  readonly #counted = new Map<string, { line: number; count: number }>();
  #unreadable = 0;

  add(what: string, line: number): void {
    if (this.#added.length < 1_000) this.#added.push({ what, line });
  }

  count(what: string, line: number): void {
    const known = this.#counted.get(what);
    if (known === undefined) this.#counted.set(what, { line, count: 1 });
    else known.count += 1;
  }

  unreadable(rest: string, line: number): void {
    this.#unreadable += 1;
    if (this.#unreadable > NAMED) this.count("what could not be read", line);
    else this.add(`“${rest.trim().slice(0, 60)}” could not be read`, line);
  }

  get leftOut(): DrawnGraph["leftOut"] {
    const counted = [...this.#counted].map(([what, { line, count }]) => ({
      what: count === 1 ? what : `${what} (${count} times)`,
      line,
    }));
    return [...this.#added, ...counted].sort((a, b) => a.line - b.line);
  }
}
