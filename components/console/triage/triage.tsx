"use client";

import { Button } from "#components/ui/button.tsx";
import type { Colleague } from "#core/triage/situation-view.ts";
import { HydrationBoundary, type DehydratedState } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { Engagement } from "./engagement-choice.tsx";
import { InboxFilters } from "./inbox-filters.tsx";
import { InboxList } from "./inbox-list.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { useInbox } from "./situation-queries.ts";
import { SituationView } from "./situation-view.tsx";
import { useActs } from "./use-acts.ts";
import { usePlace } from "./use-place.ts";
import { useTriageKeys } from "./use-triage-keys.ts";

interface TriageProps {
  /** What the server found for this address. */
  readonly found: DehydratedState;
  readonly me: Colleague;
  readonly colleagues: readonly Colleague[];
  readonly engagements: readonly Engagement[];
  /** Whether whoever is signed in may erase a situation. */
  readonly mayErase: boolean;
}

/** The inbox: the list, and beside it, or in its place on a narrow screen, the situation that is open. */
export function Triage({ found, ...who }: TriageProps) {
  return (
    <HydrationBoundary state={found}>
      <Console {...who} />
    </HydrationBoundary>
  );
}

function Console({ me, colleagues, engagements, mayErase }: Omit<TriageProps, "found">) {
  const place = usePlace();
  const { filters, openId } = place;
  const inbox = useInbox(filters);
  const acts = useActs(me);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { open, leave } = useTriageKeys({ place, acts, onKeys: () => setSheetOpen(true) });
  const { notice } = acts;
  return (
    <div data-at={openId === null ? "list" : "situation"} className="triage">
      <Offline />
      {notice !== null && notice.about !== openId && (
        <p
          role="status"
          className={notice.isProblem ? "border-l-4 border-ink bg-land px-3 py-2 text-small" : "sr-only"}
        >
          {notice.sentence}
        </p>
      )}
      <InboxFilters place={place} found={inbox.data?.pages[0]} me={me} colleagues={colleagues} />
      <div className="triage-panes">
        <InboxList place={place} onOpen={open} />
        <div className="triage-open">
          {openId === null ? (
            <Nothing onKeys={() => setSheetOpen(true)} />
          ) : (
            <SituationView
              key={openId}
              id={openId}
              place={place}
              acts={acts}
              colleagues={colleagues}
              engagements={engagements}
              mayErase={mayErase}
              onLeave={leave}
            />
          )}
        </div>
      </div>
      {isSheetOpen && <KeySheet onClose={() => setSheetOpen(false)} />}
    </div>
  );
}

function Nothing({ onKeys }: { readonly onKeys: () => void }) {
  return (
    <p className="py-6 text-small text-ink-soft max-lg:hidden">
      Choose a situation. <kbd className="font-mono">j</kbd> and <kbd className="font-mono">k</kbd> go through
      the list.{" "}
      <Button rank="quiet" onClick={onKeys}>
        All keys
      </Button>
    </p>
  );
}

function listen(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

function Offline() {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  return (
    <p role="status" className="empty:hidden border-b border-rule bg-land px-3 py-2 text-small">
      {isOnline
        ? ""
        : "This browser is offline. What you see is from before, and nothing can be done with it."}
    </p>
  );
}
