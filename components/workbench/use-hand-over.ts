import { useCallback, useEffect, useRef } from "react";
import { useWorkbench } from "./workbench-context.ts";

/** What is typed lies nowhere else for at most so long. Saving it takes its time as well, and both must stay under half a second. */
const LONGEST = 250;

export interface HandOver {
  /** Hands over soon, in place of what was waiting; with `isLast` only when asked to, or when the page goes. */
  readonly later: (run: () => void, isLast?: boolean) => void;
  /** Hands over what is waiting. */
  readonly now: () => void;
  /** What is typed from here on is another step to undo. */
  readonly end: () => void;
}

/**
 * Hands to the session what is being typed, again and again while it is typed, all of it one step to undo. A pause is not
 * waited for: whoever types without one would lose it all with the page.
 */
export function useHandOver(): HandOver {
  const { within } = useWorkbench();
  const waiting = useRef<(() => void) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gesture = useRef({});

  const now = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const run = waiting.current;
    waiting.current = null;
    if (run !== null) within(gesture.current, run);
  }, [within]);
  const later = useCallback(
    (run: () => void, isLast = false) => {
      waiting.current = run;
      if (!isLast) timer.current ??= setTimeout(now, LONGEST);
    },
    [now],
  );
  const end = useCallback(() => {
    gesture.current = {};
  }, []);

  useEffect(() => {
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, [now]);
  return { later, now, end };
}
