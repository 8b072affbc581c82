/** A binary heap of numbers by priority. Equal priorities come out in an order that depends on the pushes alone. */
export class MinHeap {
  private readonly entries: { readonly priority: number; readonly value: number }[] = [];

  push(priority: number, value: number): void {
    const { entries } = this;
    let i = entries.length;
    entries.push({ priority, value });
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.priorityAt(parent) <= priority) break;
      this.swap(i, parent);
      i = parent;
    }
  }

  pop(): number | undefined {
    const { entries } = this;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined) return undefined;
    if (entries.length > 0) {
      entries[0] = last;
      this.sink();
    }
    return top.value;
  }

  private sink(): void {
    let i = 0;
    for (;;) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (this.priorityAt(left) < this.priorityAt(least)) least = left;
      if (this.priorityAt(right) < this.priorityAt(least)) least = right;
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }

  private priorityAt(i: number): number {
    return this.entries[i]?.priority ?? Infinity;
  }

  private swap(i: number, j: number): void {
    const [a, b] = [this.entries[i], this.entries[j]];
    if (a === undefined || b === undefined) return;
    this.entries[i] = b;
    this.entries[j] = a;
  }
}
