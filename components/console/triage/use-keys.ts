import { useEffect, useRef, useSyncExternalStore } from "react";

const PLACE = "seamark.single-keys";
const CHANGED = "seamark:single-keys";

/** What single keys do, in the order in which the key sheet tells it. */
export const KEYS = [
  ["j", "Next situation"],
  ["k", "Previous situation"],
  ["Enter", "Open it"],
  ["Escape", "Back to the list"],
  ["a", "Assign it to me"],
  ["s", "Go to its states"],
  ["r", "Write a reply"],
  ["n", "Write a note"],
  ["/", "Search"],
  ["?", "These keys"],
] as const;
/** In the list the arrows count as well. */
export type Pressed = (typeof KEYS)[number][0] | "ArrowDown" | "ArrowUp";

/** Runs what a key stands for, unless somebody is typing, or has turned single keys off. Escape always counts. */
export function useKeys(run: (key: Pressed) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      if (!isKey(key) || (key !== "Escape" && (isTyping(event.target) || !(isOn() || isNamed(key))))) return;
      if (latest.current(key)) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

function isKey(key: string): key is Pressed {
  return key === "ArrowDown" || key === "ArrowUp" || KEYS.some(([known]) => known === key);
}

/** A key with a name is nobody's letter. */
function isNamed(key: string): boolean {
  return key.length > 1;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

function isOn(): boolean {
  try {
    return localStorage.getItem(PLACE) !== "off";
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

/** Whether single letters are keys: whoever speaks to their computer may not want that. */
export function useSingleKeys(): readonly [boolean, (isWanted: boolean) => void] {
  const isWanted = useSyncExternalStore(subscribe, isOn, () => true);
  return [
    isWanted,
    (next) => {
      try {
        localStorage.setItem(PLACE, next ? "on" : "off");
      } catch {
        return;
      }
      dispatchEvent(new Event(CHANGED));
    },
  ];
}
