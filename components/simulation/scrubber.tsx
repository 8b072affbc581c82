import { Button } from "#components/ui/button.tsx";
import type { ComparedSides } from "#core/simulation/compare-runs.ts";
import { momentsOf, sayTime } from "#core/simulation/read-run.ts";
import { useCallback, useEffect, useRef, type RefObject } from "react";
import { createScrub, placesOf, sayMoment, type Scrub } from "./scrub.ts";

const QUIET = 600;

interface ScrubberProps {
  readonly id: string;
  readonly frame: RefObject<HTMLElement | null>;
  readonly sides: ComparedSides | null;
  readonly isComputing: boolean;
  /** The moment that is read at first; null until somebody reads. */
  readonly start: number | null;
  /** Told at which moment a reader has come to rest. */
  readonly onRead: (at: number) => void;
}

/**
 * Reads both runs at one moment: by its slider and the arrow keys, by its buttons, or with a finger on a drawing. Moving
 * renders nothing anew.
 */
export function Scrubber({ id, frame, sides, isComputing, start, onRead }: ScrubberProps) {
  const at = useRef(start);
  const input = useRef<HTMLInputElement>(null);
  const heard = useRef<HTMLParagraphElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const scrub = useRef<Scrub | null>(null);
  const show = useCallback(
    (moment: number) => {
      if (sides === null || frame.current === null || input.current === null) return;
      const reached = Math.max(0, Math.min(sides[0].run.duration, moment));
      at.current = reached;
      scrub.current ??= createScrub(frame.current);
      scrub.current(sides, reached);
      input.current.value = String(reached);
      input.current.setAttribute("aria-valuetext", sayTime(sides[0].run, reached));
    },
    [sides, frame],
  );
  const read = (moment: number) => {
    show(moment);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      if (sides === null || heard.current === null) return;
      heard.current.textContent = sayMoment(sides, at.current ?? 0);
      onRead(at.current ?? 0);
    }, QUIET);
  };
  useEffect(() => {
    if (at.current !== null) show(at.current);
  }, [show]);
  useEffect(() => () => clearTimeout(rest.current), []);
  const known = useRef(sides);
  useEffect(() => {
    if (known.current !== null && known.current !== sides && sides !== null && heard.current !== null)
      heard.current.textContent = sides.map(({ name, run }) => `${name}: ${run.summary}`).join(" ");
    known.current = sides;
  }, [sides]);
  usePointerOnDrawings(frame, sides, read);
  const duration = sides?.[0].run.duration ?? 1;
  const moments = sides === null ? [] : [...new Set(sides.flatMap(({ run }) => momentsOf(run)))];
  const now = () => at.current ?? 0;
  const next = () => read(Math.min(...moments.filter((moment) => moment > now()), duration));
  const previous = () => read(Math.max(0, ...moments.filter((moment) => moment < now())));
  const trigger = sides?.[0].run.shaded.find(({ from }) => from > 0);
  return (
    <div className="sim-scrub">
      <label htmlFor={`${id}-at`} className="sounding">
        Read at
      </label>
      <span className="sounding sim-computing" aria-hidden="true" data-shown={isComputing}>
        computing
      </span>
      <input
        ref={input}
        id={`${id}-at`}
        type="range"
        min={0}
        max={duration}
        step={1}
        defaultValue={0}
        disabled={sides === null}
        onInput={({ currentTarget }) => read(currentTarget.valueAsNumber)}
      />
      <span className="sim-steps">
        <Button onClick={previous}>Previous moment</Button>
        <Button onClick={next}>Next moment</Button>
        {trigger !== undefined && <Button onClick={() => read(trigger.from)}>To: {trigger.label}</Button>}
      </span>
      <p ref={heard} role="status" className="sr-only" />
    </div>
  );
}

/** A finger or a pointer on a drawing reads where it is. */
function usePointerOnDrawings(
  frame: RefObject<HTMLElement | null>,
  sides: ComparedSides | null,
  read: (at: number) => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null || sides === null) return;
    const placed = placesOf(sides);
    let plot: Element | null = null;
    const follow = (event: PointerEvent) => {
      if (plot === null) return;
      const { left, width } = plot.getBoundingClientRect();
      const side = [...element.querySelectorAll(".sim-plot")].indexOf(plot);
      const moment = placed[side]?.places.momentAt((event.clientX - left) / width);
      if (moment !== undefined) read(moment);
    };
    const down = (event: PointerEvent) => {
      plot = event.target instanceof Element ? event.target.closest(".sim-plot") : null;
      follow(event);
    };
    const up = () => (plot = null);
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", follow);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", follow);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
    };
  }, [frame, sides, read]);
}
