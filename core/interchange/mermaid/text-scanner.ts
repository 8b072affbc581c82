/** Walks over a text once, from left to right, and knows on which line it is. Patterns are sticky (`/…/y`). */
export class TextScanner {
  readonly text: string;
  at: number;
  readonly #lineStarts: readonly number[];
  readonly #firstLine: number;

  /** `firstLine` is the number of the line on which the text begins. */
  constructor(text: string, at = 0, firstLine = 1) {
    this.text = text;
    this.at = at;
    this.#firstLine = firstLine;
    const starts = [0];
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
    this.#lineStarts = starts;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** What stands here, if it is that; then the scanner is behind it. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  looksAt(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Takes the text if it stands here. */
  take(text: string): boolean {
    if (!this.looksAt(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What stands before the nearest of the ends, no farther away than `most`; then the scanner is behind that end. */
  takeUntil(ends: readonly string[], most: number): { readonly text: string; readonly end: string } | null {
    const ahead = this.text.slice(this.at, this.at + most);
    let nearest: { at: number; end: string } | null = null;
    for (const end of ends) {
      const at = ahead.indexOf(end);
      if (at !== -1 && (nearest === null || at < nearest.at)) nearest = { at, end };
    }
    if (nearest === null) return null;
    this.at += nearest.at + nearest.end.length;
    return { text: ahead.slice(0, nearest.at), end: nearest.end };
  }

  /** The rest of the line, without its end; then the scanner is at the end of the line. */
  takeLine(): string {
    const end = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, end === -1 ? undefined : end);
    this.at += line.length;
    return line;
  }

  /** The number of the line, from 1, on which a place lies. */
  lineOf(at = this.at): number {
    let [low, high] = [0, this.#lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? Infinity) <= at) low = middle;
      else high = middle;
    }
    return low + this.#firstLine;
  }
}
