import { useCallback, useState } from "react";

/** What is being said and is no answer yet. It outlives a reload of this tab, until it is said or given up. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const kept = `seamark.draft ${key}`;
  const [text, setText] = useState(() => read(kept));
  const change = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === "") sessionStorage.removeItem(kept);
        else sessionStorage.setItem(kept, next);
      } catch {
        // A browser that keeps nothing still lets a person type.
      }
    },
    [kept],
  );
  return [text, change];
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
