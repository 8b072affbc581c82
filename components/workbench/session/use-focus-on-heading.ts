import { useCallback, useEffect, useRef, useState } from "react";
import { QUESTION_ID } from "./question-id.ts";

/**
 * What is asked next takes the place of what was asked last, also for those who do not see it do so: the focus goes to
 * its heading as soon as it is there. Asked for without a change of `key`, it goes there at once.
 */
export function useFocusOnHeading(key: string): () => void {
  const isWaiting = useRef(false);
  const [asked, ask] = useState(0);
  useEffect(() => {
    const heading = isWaiting.current ? document.getElementById(QUESTION_ID) : null;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
    isWaiting.current = false;
  }, [key, asked]);
  return useCallback(() => {
    isWaiting.current = true;
    ask((times) => times + 1);
  }, []);
}
