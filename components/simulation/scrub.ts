import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import { readAt, sayTime } from "#core/simulation/read-run.ts";

/** What is moved and written when the moment changes. Nothing else of a figure is touched then. */
interface SideParts {
  readonly cursor: HTMLElement | null;
  readonly time: Element | null;
  readonly values: readonly Element[];
  readonly told: Element | null;
}

/** Moves the cursors of a figure to a moment and writes what can be read there. */
export type Scrub = (sides: ComparedSides, at: number) => void;

export function createScrub(frame: HTMLElement): Scrub {
  let parts: readonly SideParts[] = [];
  return (sides, at) => {
    if (parts[0]?.cursor?.isConnected !== true) parts = findParts(frame);
    for (const [i, { run }] of sides.entries()) {
      const { cursor, time, values, told } = parts[i] ?? NO_PARTS;
      if (cursor === null) continue;
      const reading = readAt(run, at);
      const share = at / run.duration;
      cursor.style.transform = `translateX(${(100 * share).toFixed(2)}%)`;
      cursor.dataset["place"] = share > 0.7 ? "late" : "early";
      cursor.dataset["state"] = reading.state;
      write(time, `${sayTime(run, at)} · ${reading.state}`);
      for (const [k, { said }] of reading.values.entries()) write(values[k] ?? null, said);
      write(told, reading.told ?? "");
    }
  };
}

const NO_PARTS: SideParts = { cursor: null, time: null, values: [], told: null };

function findParts(frame: HTMLElement): readonly SideParts[] {
  return [...frame.querySelectorAll(".sim-side")].map((side) => ({
    cursor: side.querySelector<HTMLElement>(".sim-cursor"),
    time: side.querySelector(".sim-cursor span"),
    values: [...side.querySelectorAll("[data-value]")],
    told: side.querySelector(".sim-told"),
  }));
}

function write(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}

/** A moment with everything that is read at it, to be heard. */
export function sayMoment(sides: ComparedSides, at: number): string {
  const time = sayTime(sides[0].run, at);
  const said = sides.map(({ name, run }) => {
    const { values, state, told } = readAt(run, at);
    return [
      `${name}: ${told ?? values.map(({ label, said }) => `${label} ${said}`).join(", ")}`,
      `invariant ${state}`,
    ].join("; ");
  });
  return `${time}. ${said.join(". ")}.`;
}
