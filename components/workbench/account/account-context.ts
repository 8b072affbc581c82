import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { SessionShelf } from "../storage/session-shelf.ts";
import { latePart, useLoaded } from "../use-loaded.ts";
import type { Account, AccountState } from "./account.ts";
import { mayBeSignedIn } from "./account-hint.ts";

/** The account of whoever is signed in, with what it says; null for everybody else. */
export interface HeldAccount {
  readonly account: Account;
  readonly state: AccountState;
}

export const AccountContext = createContext<HeldAccount | null>(null);

export function useHeldAccount(): HeldAccount | null {
  return useContext(AccountContext);
}

const late = latePart(() => import("./account.ts"));
const NOTHING: AccountState = { list: null, failure: null, following: null };

/** Whoever comes back to the page may have signed in or out elsewhere, or have changed something on another device. */
function onReturn(listener: () => void): () => void {
  const look = () => {
    if (document.visibilityState === "visible") listener();
  };
  addEventListener("focus", look);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    removeEventListener("focus", look);
    removeEventListener("online", look);
    document.removeEventListener("visibilitychange", look);
  };
}

/** Whether somebody may be signed in; nothing is asked to find out. */
function useHint(): boolean {
  return useSyncExternalStore(onReturn, mayBeSignedIn, () => false);
}

/** The account of whoever is signed in. What belongs to it is loaded, and asked, only where somebody may be. */
export function useAccount(shelf: SessionShelf): HeldAccount | null {
  const isHinted = useHint();
  const loaded = useLoaded(late, isHinted);
  const part = isHinted && loaded.kind === "here" ? loaded.part : null;
  const [account, setAccount] = useState<Account | null>(null);
  useEffect(() => {
    if (part === null) return;
    const made = part.createAccount(shelf);
    const ask = () => {
      setAccount(made);
      void made.refresh();
      made.meet();
    };
    const forget = onReturn(ask);
    queueMicrotask(ask);
    return () => {
      forget();
      made.stop();
      setAccount(null);
    };
  }, [part, shelf]);
  const state = useSyncExternalStore(
    account?.subscribe ?? never,
    account?.state ?? nothing,
    account?.state ?? nothing,
  );
  return account === null ? null : { account, state };
}

function never(): () => void {
  return () => undefined;
}

function nothing(): AccountState {
  return NOTHING;
}
