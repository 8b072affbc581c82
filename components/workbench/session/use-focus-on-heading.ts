import { useCallback, useEffect, useRef } from "react";
import { QUESTION_ID } from "./question-id.ts";

/**
 * What is asked next takes the place of what was asked last, also for those who do not see it do so: once asked for,
 * the focus goes to the heading as soon as `key` has changed.
 */
export function useFocusOnHeading(key: string): () => void {
  const isWaiting = useRef(false);
  useEffect(() => {
    if (isWaiting.current && focusHeading()) isWaiting.current = false;
  }, [key]);
  return useCallback(() => {
    isWaiting.current = true;
  }, []);
}

/** False where there is none yet. */
export function focusHeading(): boolean {
  const heading = document.getElementById(QUESTION_ID);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
  return heading !== null;
}
