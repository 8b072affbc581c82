import { useSyncExternalStore } from "react";
import type { OpenSession } from "./storage/open-session.ts";

/** Where the work is, at any time. */
export function SaveNote({ open }: { readonly open: OpenSession }) {
  const state = useSyncExternalStore(open.subscribeToSaving, open.saveState, open.saveState);
  if (state.kind === "failed") {
    return (
      <p role="alert" className="text-small font-medium">
        Not saved: {state.why}
      </p>
    );
  }
  return <p className="sounding">{state.kind === "saved" ? "Saved in this browser" : "Saving…"}</p>;
}
