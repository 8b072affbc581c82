import { Button } from "#components/ui/button.tsx";
import { writeSession } from "#core/interchange/session-json.ts";
import { useSyncExternalStore } from "react";
import { useHeldAccount } from "./account/account-context.ts";
import { AccountNote } from "./account/account-note.tsx";
import { download, fileNameOf } from "./download.ts";
import type { OpenSession } from "./storage/open-session.ts";

/** Where the work is, at any time, and what a person can do where it is on no disk. */
export function SaveNote({ open }: { readonly open: OpenSession }) {
  const state = useSyncExternalStore(open.subscribeToSaving, open.saveState, open.saveState);
  const held = useHeldAccount();
  if (state.kind === "saved" && held !== null) return <AccountNote open={open} held={held} />;
  if (state.kind !== "failed") {
    return <p className="sounding">{state.kind === "saved" ? "Saved in this browser" : "Saving…"}</p>;
  }
  const saveBackup = () => {
    const session = open.store.current();
    const name = fileNameOf(session.architecture.title, ".seamark.json");
    download(name, "application/json", writeSession(session));
  };
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 text-small">
      <p role="alert" className="font-medium">
        Not saved: {state.why}
      </p>
      <Button rank="quiet" onClick={saveBackup}>
        Save a backup file
      </Button>
    </div>
  );
}
