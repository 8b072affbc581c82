import { Button } from "#components/ui/button.tsx";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import type { OpenSession } from "../storage/open-session.ts";
import type { HeldAccount } from "./account-context.ts";
import type { Following } from "./follow-document.ts";

interface AccountNoteProps {
  readonly open: OpenSession;
  readonly held: HeldAccount;
}

/** Where the work is that is saved here: in the account as well, not yet, or not at all; and the way out. */
export function AccountNote({ open, held: { account, state } }: AccountNoteProps) {
  const link = open.record().account;
  const person = state.list?.person.id;
  if (state.failure?.kind === "signed-out")
    return (
      <Note says={link ? "Saved in this browser, not in your account: you are signed out." : HERE}>
        {link && <SignIn />}
      </Note>
    );
  if (link === undefined)
    return person === undefined ? <Note says={HERE} /> : <TakeIn {...{ open, account }} />;
  if (person === undefined)
    return (
      <Note says={state.failure ? NOT_YET("it cannot be asked just now") : "Saved in this browser"}>
        {state.failure && <TryNow onTry={() => void account.refresh()} />}
      </Note>
    );
  if (link.userId !== person) return <Note says="Saved in this browser. It belongs to another account." />;
  return <FollowingNote link={link.documentId} following={state.following} account={account} />;
}

const HERE = "Saved in this browser";
const NOT_YET = (why: string) => `Saved in this browser, not in your account yet: ${why}.`;

interface FollowingNoteProps {
  readonly link: string;
  readonly following: Following | null;
  readonly account: HeldAccount["account"];
}

function FollowingNote({ link, following, account }: FollowingNoteProps) {
  switch (following?.kind) {
    case "kept":
      return <Note says="Saved to your account" />;
    case "waiting":
      return (
        <Note says={NOT_YET(following.why)}>
          <TryNow onTry={account.meet} />
        </Note>
      );
    case "gone":
      return (
        <Note says="Saved in this browser. It is no longer in your account.">
          <Button rank="quiet" onClick={() => void account.keepHereOnly()}>
            Keep it here only
          </Button>
        </Note>
      );
    case "binned":
      return (
        <Note says="Saved in this browser. In your account it is in the bin.">
          <Button rank="quiet" onClick={() => void account.restore(link).catch(() => undefined)}>
            Take it out of the bin
          </Button>
        </Note>
      );
    case "damaged":
      return <Note says="Saved in this browser. What your account keeps of it is damaged and locked." />;
    case "refused":
      return <Note says={`Saved in this browser, not in your account: ${following.why}`} />;
    case "signed-out":
      return (
        <Note says="Saved in this browser, not in your account: you are signed out.">
          <SignIn />
        </Note>
      );
    case "sending":
    case undefined:
      return <Note says="Saving to your account…" />;
  }
}

function TakeIn({ open, account }: { readonly open: OpenSession; readonly account: HeldAccount["account"] }) {
  const [problem, setProblem] = useState<string | null>(null);
  const takeIn = () =>
    void account.takeIn(open.id).then(
      () => setProblem(null),
      (error: unknown) => setProblem(error instanceof Error ? error.message : "That did not work."),
    );
  return (
    <Note says={problem ?? "Saved in this browser only"}>
      <Button rank="quiet" onClick={takeIn}>
        Take it into your account
      </Button>
    </Note>
  );
}

function TryNow({ onTry }: { readonly onTry: () => void }) {
  return (
    <Button rank="quiet" onClick={onTry}>
      Try now
    </Button>
  );
}

function SignIn() {
  return (
    <Link href="/sign-in?next=%2Fworkbench" prefetch={false} className="action action-quiet">
      Sign in
    </Link>
  );
}

function Note({ says, children }: { readonly says: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 text-small">
      <p className="sounding" role="status">
        {says}
      </p>
      {children}
    </div>
  );
}
