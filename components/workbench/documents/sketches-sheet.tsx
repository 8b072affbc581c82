import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { useEffect, useState } from "react";
import type { ShelfState } from "../storage/shelf-table.ts";
import { Beginnings, type PublishedCase } from "./beginnings.tsx";
import { DeletedList } from "./deleted-list.tsx";
import { SketchRow } from "./sketch-row.tsx";

interface SketchesSheetProps {
  readonly state: ShelfState;
  readonly cases: readonly PublishedCase[];
  /** What went wrong with the last wish, in one sentence. */
  readonly problem: string | null;
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
}

/** Every sketch of this browser, and everything a new one can begin with. */
export function SketchesSheet({ state, cases, problem, onClose, ...on }: SketchesSheetProps) {
  const { open, records, deleted, unread } = state;
  const caseTitles = new Map(cases.map(({ slug, title }) => [slug, title]));
  const removed = useFocusOnBringBack(deleted.map(({ id }) => id));
  return (
    <Sheet
      isWide
      title="Sketches"
      about="They are kept in this browser and nowhere else. Save a backup to keep one elsewhere."
      onClose={onClose}
    >
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
                  onOpen={() => on.onOpen(record.id)}
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
