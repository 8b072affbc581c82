import { Button } from "#components/ui/button.tsx";
import { BIN_DAYS, type AccountDocument } from "#core/access/account-documents.ts";
import type { ReactNode } from "react";
import { howMany } from "../how-many.ts";
import type { HeldAccount } from "../account/account-context.ts";
import type { SessionRecord } from "../storage/session-database.ts";
import { wallTime } from "../when.ts";
import { EngagementChoice } from "./engagement-choice.tsx";
import { notHere, onlyHere } from "./place-of.ts";

/** Does something and shows why, where it did not work. */
export type Attempt = (run: () => Promise<void>) => Promise<boolean>;

interface AccountListsProps {
  readonly held: HeldAccount;
  readonly records: readonly SessionRecord[];
  readonly attempt: Attempt;
  readonly onOpen: (documentId: string) => void;
}

/** What is in the account of whoever is signed in, and not in this browser. */
export function AccountLists({ held, records, attempt, onOpen }: AccountListsProps) {
  const { account, state } = held;
  const { list } = state;
  if (list === null) return <NotAsked held={held} />;
  const [away, binned] = [
    notHere(state, records),
    list.documents.filter(({ deletedAt }) => deletedAt !== null),
  ];
  return (
    <>
      <List id="account-sketches" heading="In your account, not in this browser">
        {away.map((document) => (
          <Row
            key={document.id}
            document={document}
            me={list.person.id}
            engagement={
              <EngagementChoice
                document={document}
                engagements={list.engagements}
                onFile={(id) => void attempt(() => account.file(document.id, id))}
              />
            }
          >
            <Button rank="quiet" aria-label={`Open ${document.title}`} onClick={() => onOpen(document.id)}>
              Open
            </Button>
            {document.mayBin && (
              <Button
                rank="quiet"
                aria-label={`Put into the bin: ${document.title}`}
                onClick={() => void attempt(() => account.bin(document.id))}
              >
                Put into the bin
              </Button>
            )}
          </Row>
        ))}
      </List>
      <List id="account-bin" heading="In the bin of your account" about={IN_BIN}>
        {binned.map((document) => (
          <Row key={document.id} document={document} me={list.person.id}>
            {document.mayBin && (
              <>
                <Button
                  rank="quiet"
                  aria-label={`Take out of the bin: ${document.title}`}
                  onClick={() => void attempt(() => account.restore(document.id))}
                >
                  Take out of the bin
                </Button>
                <Button
                  rank="quiet"
                  aria-label={`Delete for good: ${document.title}`}
                  onClick={() => void attempt(() => account.deleteForGood(document.id))}
                >
                  Delete for good
                </Button>
              </>
            )}
          </Row>
        ))}
      </List>
    </>
  );
}

const IN_BIN = `Deleted from the server after ${BIN_DAYS} days, or at once with “Delete for good”. Copies in browsers stay there.`;

function NotAsked({ held: { account, state } }: { readonly held: HeldAccount }) {
  const { failure } = state;
  if (failure === null) return null;
  return (
    <p className="mt-6 border-t border-hairline py-3 text-small">
      {failure.kind === "signed-out"
        ? "You are signed out, so what is in your account is not listed. "
        : "Your account could not be asked, so what is in it is not listed. "}
      {failure.kind === "signed-out" ? (
        <a href="/sign-in?next=%2Fworkbench">Sign in</a>
      ) : (
        <Button rank="quiet" onClick={() => void account.refresh()}>
          Try again
        </Button>
      )}
    </p>
  );
}

interface ListProps {
  readonly id: string;
  readonly heading: string;
  readonly about?: string;
  readonly children: readonly ReactNode[];
}

function List({ id, heading, about, children }: ListProps) {
  if (children.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-8">
      <h3 id={id} className="sounding pb-2">
        {heading}
      </h3>
      <ul className="border-b border-hairline">{children}</ul>
      {about !== undefined && <p className="pt-2 text-small text-ink-soft">{about}</p>}
    </section>
  );
}

interface RowProps {
  readonly document: AccountDocument;
  readonly me: string;
  readonly engagement?: ReactNode;
  readonly children: ReactNode;
}

function Row({ document: { title, changedAt, owner, team }, me, engagement, children }: RowProps) {
  return (
    <li className="border-t border-hairline py-3">
      <p className="font-serif text-read leading-6">{title}</p>
      <p className="sounding mt-1 flex flex-wrap gap-x-3">
        <span>changed {wallTime(changedAt)}</span>
        {owner.id !== me && <span>of {owner.name}</span>}
        {team !== null && <span>shared with {team.name}</span>}
      </p>
      {engagement}
      <div className="-ml-1 flex flex-wrap gap-x-3 text-small text-ink-soft">{children}</div>
    </li>
  );
}

interface TakeInOfferProps {
  readonly held: HeldAccount;
  readonly records: readonly SessionRecord[];
  readonly attempt: Attempt;
}

/** Sketches that were drawn before somebody signed in are theirs to take along, and stay where they are until then. */
export function TakeInOffer({ held: { account, state }, records, attempt }: TakeInOfferProps) {
  const waiting = onlyHere(records);
  if (state.list === null || waiting.length === 0) return null;
  const takeAll = async () => {
    for (const { id } of waiting) await account.takeIn(id);
  };
  const isOne = waiting.length === 1;
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule bg-land px-4 py-2 text-small">
      <span className="min-w-0 flex-1 basis-60">
        {howMany(waiting.length, "sketch", "sketches")} {isOne ? "is" : "are"} in this browser only.
      </span>
      <Button onClick={() => void attempt(takeAll)}>
        {isOne ? "Take it into your account" : "Take all into your account"}
      </Button>
    </p>
  );
}

interface LeftBehindProps {
  readonly records: readonly SessionRecord[];
  readonly onRemove: (ids: readonly string[]) => void;
}

/** Whoever signed out is told that copies are still here, and can have them gone. */
export function LeftBehind({ records, onRemove }: LeftBehindProps) {
  const copies = records.filter(({ account }) => account !== undefined);
  if (copies.length === 0) return null;
  const safe = copies.filter(({ account }) => account?.isPending === false).map(({ id }) => id);
  const unsent = copies.length - safe.length;
  return (
    <div className="mt-6 border-y border-rule bg-land px-4 py-2 text-small">
      <p>
        You are signed out. {howMany(copies.length, "sketch", "sketches")} of an account{" "}
        {copies.length === 1 ? "is" : "are"} still in this browser, for whoever uses it.
      </p>
      {unsent > 0 && (
        <p className="mt-1">
          {howMany(unsent, "sketch", "sketches")} of them {unsent === 1 ? "has" : "have"} changes the account
          does not have, and {unsent === 1 ? "stays" : "stay"}. Sign in to send them.
        </p>
      )}
      {safe.length > 0 && (
        <p className="mt-2">
          <Button onClick={() => onRemove(safe)}>Remove them from this browser</Button>
        </p>
      )}
    </div>
  );
}
