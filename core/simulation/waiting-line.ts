import { doubled } from "./event-queue.ts";

/** A bounded line of whole numbers, from which either end can be taken. */
export class WaitingLine {
  length = 0;
  private readonly room: number;
  private items = new Int32Array(256);
  private head = 0;

  constructor(room: number) {
    this.room = room;
  }

  /** False where there is no room left. */
  join(item: number): boolean {
    if (this.length >= this.room) return false;
    if (this.length === this.items.length) this.grow();
    this.items[(this.head + this.length) % this.items.length] = item;
    this.length += 1;
    return true;
  }

  /** The one that waits longest; -1 when nobody does. */
  takeOldest(): number {
    if (this.length === 0) return -1;
    const item = this.items[this.head] ?? -1;
    this.head = (this.head + 1) % this.items.length;
    this.length -= 1;
    return item;
  }

  /** The one that came last; -1 when nobody waits. */
  takeNewest(): number {
    if (this.length === 0) return -1;
    this.length -= 1;
    return this.items[(this.head + this.length) % this.items.length] ?? -1;
  }

  private grow(): void {
    const larger = doubled(this.items);
    // The part before the head belongs behind the rest.
    larger.copyWithin(this.items.length, 0, this.head);
    this.items = larger;
  }
}
