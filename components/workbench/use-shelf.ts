import { useEffect, useState, useSyncExternalStore } from "react";
import { createShelf, type SessionShelf } from "./storage/session-shelf.ts";
import type { ShelfState } from "./storage/shelf-table.ts";

/** The sessions of this browser. Warns before the page goes while something is not on disk. */
export function useShelf(): { readonly shelf: SessionShelf; readonly state: ShelfState } {
  const [shelf] = useState(() => createShelf(() => new Date().toISOString()));
  const state = useSyncExternalStore(shelf.subscribe, shelf.state, shelf.state);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (shelf.isUnsaved()) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [shelf]);

  return { shelf, state };
}
