import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import type { Run } from "#core/simulation/model.ts";
import { readAt, sayTime } from "#core/simulation/read-run.ts";
import { timePlaces, type TimePlaces } from "#core/simulation/time-places.ts";

/** What is moved and written when the moment changes. Nothing else of a figure is touched then. */
interface SideParts {
  readonly line: Element | null;
  readonly time: Element | null;
  readonly values: readonly Element[];
  readonly told: Element | null;
}

/** Moves the cursors of a figure to a moment and writes what can be read there. */
export type Scrub = (sides: ComparedSides, at: number) => void;

export function createScrub(frame: HTMLElement): Scrub {
  let parts: readonly SideParts[] = [];
  let placed: readonly { run: Run; places: TimePlaces }[] = [];
  return (sides, at) => {
    if (parts[0]?.line?.isConnected !== true) parts = findParts(frame);
    if (placed[0]?.run !== sides[0].run) placed = placesOf(sides);
    for (const [i, { run, places }] of placed.entries()) {
      const side = parts[i];
      if (side !== undefined) showAt(side, run, places.shareOf(at), at);
    }
  };
}

/** Where the moments of both runs are on their drawings. */
export function placesOf([left, right]: ComparedSides): readonly { run: Run; places: TimePlaces }[] {
  return [
    { run: left.run, places: timePlaces(left.run, right.run) },
    { run: right.run, places: timePlaces(right.run, left.run) },
  ];
}

function showAt({ line, time, values, told }: SideParts, run: Run, share: number, at: number): void {
  const reading = readAt(run, at);
  const x = `${(100 * share).toFixed(2)}%`;
  set(line, { x1: x, x2: x, "data-at": String(at) });
  set(time, {
    x,
    dx: share > LATE ? "-6" : "6",
    "text-anchor": share > LATE ? "end" : "start",
    "data-at": reading.state,
  });
  write(time, `${sayTime(run, at)} · ${reading.state}`);
  for (const [k, { said }] of reading.values.entries()) write(values[k] ?? null, said);
  write(told, reading.told ?? "");
}

const LATE = 0.6;

function set(element: Element | null, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
}

function findParts(frame: HTMLElement): readonly SideParts[] {
  return [...frame.querySelectorAll(".sim-side")].map((side) => ({
    line: side.querySelector("line.run-now"),
    time: side.querySelector("text.run-now"),
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
