const MOST_POINTS = 600;
const SECOND = 1000;

/** Counts what happens in each step of a run, so that a run of any length comes to at most 600 points. */
export class Tally {
  /** Whole seconds. */
  readonly step: number;
  readonly times: readonly number[];
  private readonly counts: Int32Array;

  /** The duration in whole seconds. */
  constructor(duration: number) {
    this.step = Math.ceil(duration / (MOST_POINTS - 1));
    const steps = Math.ceil(duration / this.step);
    this.times = Array.from({ length: steps + 1 }, (_, i) => Math.min(duration, i * this.step));
    this.counts = new Int32Array(steps + 1);
  }

  /** Which point a moment in milliseconds counts for: the one that ends its step. */
  pointAt(moment: number): number {
    return Math.floor(moment / (this.step * SECOND)) + 1;
  }

  add(moment: number, amount = 1): void {
    const point = this.pointAt(moment);
    this.counts[point] = (this.counts[point] ?? 0) + amount;
  }

  /** How many in each step. */
  perStep(): readonly number[] {
    return [...this.counts];
  }

  /** How many a second in each step; the first point, which ends no step, is as the second. */
  perSecond(): readonly number[] {
    const rates = this.perStep().map((count) => count / this.step);
    return [rates[1] ?? 0, ...rates.slice(1)];
  }

  /** How many since the beginning. */
  total(): readonly number[] {
    let sum = 0;
    return this.perStep().map((count) => (sum += count));
  }
}
