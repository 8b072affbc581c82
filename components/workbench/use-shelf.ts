import { useEffect, useState, useSyncExternalStore } from "react";
import { createShelf, type SessionShelf, type ShelfState } from "./storage/session-shelf.ts";

/** The sessions of this browser. Warns before the page goes while something is not on disk. */
export function useShelf(): { readonly shelf: SessionShelf; readonly state: ShelfState } {
  const [shelf] = useState(() => createShelf(() => new Date().toISOString()));
  const state = useSyncExternalStore(shelf.subscribe, shelf.state, shelf.state);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { open } = shelf.state();
      if (open !== null && open.saveState().kind !== "saved") event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [shelf]);

  return { shelf, state };
}
