import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { useEffect, useState } from "react";
import type { ShelfState } from "../storage/shelf-table.ts";
import type { HeldAccount } from "../account/account-context.ts";
import { AccountLists, LeftBehind, TakeInOffer, type Attempt } from "./account-lists.tsx";
import { PlacedEngagement } from "./engagement-choice.tsx";
import { placeOf } from "./place-of.ts";
import { Beginnings, type PublishedCase } from "./beginnings.tsx";
import { DeletedList } from "./deleted-list.tsx";
import { SketchRow } from "./sketch-row.tsx";

interface SketchesSheetProps {
  readonly state: ShelfState;
  readonly cases: readonly PublishedCase[];
  /** What went wrong with the last wish, in one sentence. */
  readonly problem: string | null;
  /** Of whoever is signed in. */
  readonly held: HeldAccount | null;
  readonly attempt: Attempt;
  readonly onClose: () => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onTemplate: (architecture: Architecture) => void;
  readonly onCase: (slug: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onRename: (id: string, title: string) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onBringBack: (id: string) => void;
  readonly onRemoveForGood: (id: string) => void;
  readonly onOpenDocument: (documentId: string) => void;
  readonly onRemoveCopies: (ids: readonly string[]) => void;
}

const HERE_ONLY = "They are kept in this browser and nowhere else. Save a backup to keep one elsewhere.";
const IN_ACCOUNT =
  "What is in your account is kept on the server as well, for every device you sign in on. Everything else is in this browser only.";

/** Every sketch of this browser, and everything a new one can begin with. */
export function SketchesSheet({ state, cases, problem, held, attempt, onClose, ...on }: SketchesSheetProps) {
  const { open, records, deleted, unread } = state;
  const caseTitles = new Map(cases.map(({ slug, title }) => [slug, title]));
  const removed = useFocusOnBringBack(deleted.map(({ id }) => id));
  return (
    <Sheet isWide title="Sketches" about={held === null ? HERE_ONLY : IN_ACCOUNT} onClose={onClose}>
      {problem !== null && (
        <p role="alert" className="mt-4 border-l-4 border-ink pl-4 text-small font-medium">
          {problem}
        </p>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        <div className="pt-6">
          <p className="flex flex-wrap gap-3">
            <Button rank="first" onClick={on.onNew}>
              New sketch
            </Button>
            <Button onClick={on.onOpenFile}>Open a file…</Button>
          </p>
          {held === null ? (
            <LeftBehind records={records} onRemove={on.onRemoveCopies} />
          ) : (
            <TakeInOffer held={held} records={records} attempt={attempt} />
          )}
          <section aria-labelledby="own-sketches" className="mt-6">
            <h3 id="own-sketches" className="sounding pb-2">
              In this browser
            </h3>
            {unread !== null && (
              <p className="border-t border-hairline py-3 text-small">
                The list could not be read, so there may be more: {unread}.
              </p>
            )}
            <ul className="border-b border-hairline">
              {records.map((record) => (
                <SketchRow
                  key={record.id}
                  record={record}
                  isOpen={record.id === open?.id}
                  origin={record.origin === null ? null : (caseTitles.get(record.origin) ?? record.origin)}
                  place={held === null ? null : placeOf(record, held.state)}
                  engagement={held && <PlacedEngagement held={held} record={record} attempt={attempt} />}
                  onOpen={() => on.onOpen(record.id)}
                  onTakeIn={() => void attempt(async () => held?.account.takeIn(record.id))}
                  onBin={() => {
                    const { account } = record;
                    if (account === undefined) return;
                    void attempt(async () => held?.account.bin(account.documentId)).then((isBinned) => {
                      if (isBinned) on.onDelete(record.id);
                    });
                  }}
                  onRename={(title) => on.onRename(record.id, title)}
                  onDuplicate={() => on.onDuplicate(record.id)}
                  onDelete={() => {
                    removed(record.id);
                    on.onDelete(record.id);
                  }}
                />
              ))}
            </ul>
          </section>
          {held !== null && (
            <AccountLists held={held} records={records} attempt={attempt} onOpen={on.onOpenDocument} />
          )}
          <DeletedList records={deleted} onBringBack={on.onBringBack} onRemoveForGood={on.onRemoveForGood} />
        </div>
        <div>
          <Beginnings cases={cases} onTemplate={on.onTemplate} onCase={on.onCase} />
        </div>
      </div>
    </Sheet>
  );
}

/** The row that was deleted takes the focus with it: it goes to where the deletion is taken back. */
function useFocusOnBringBack(deleted: readonly string[]): (id: string) => void {
  const [awaited, setAwaited] = useState<string | null>(null);
  const isThere = awaited !== null && deleted.includes(awaited);
  useEffect(() => {
    if (!isThere) return;
    document.querySelector<HTMLElement>(`[data-bring-back="${awaited}"]`)?.focus();
  }, [isThere, awaited]);
  return setAwaited;
}
