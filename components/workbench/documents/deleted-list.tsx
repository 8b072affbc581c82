import { Button } from "#components/ui/button.tsx";
import { KEPT_DAYS } from "../storage/session-shelf.ts";
import type { SessionRecord } from "../storage/session-database.ts";
import { wallTime } from "../when.ts";

interface DeletedListProps {
  readonly records: readonly SessionRecord[];
  readonly onBringBack: (id: string) => void;
  readonly onRemoveForGood: (id: string) => void;
}

/** What was deleted lately. Nobody is asked whether they are sure: they can have it back. */
export function DeletedList({ records, onBringBack, onRemoveForGood }: DeletedListProps) {
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="deleted-sketches" className="mt-8">
      <h3 id="deleted-sketches" className="sounding pb-2">
        Deleted lately
      </h3>
      <ul>
        {records.map(({ id, title, deletedAt = "" }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-hairline py-2 text-small"
          >
            <span className="min-w-0 flex-1 basis-48 text-ink-soft">{title}</span>
            <span className="sounding">{wallTime(deletedAt)}</span>
            <span className="-ml-1 flex w-full gap-x-3">
              <Button
                rank="quiet"
                data-bring-back={id}
                aria-label={`Bring back ${title}`}
                onClick={() => onBringBack(id)}
              >
                Bring back
              </Button>
              <Button
                rank="quiet"
                aria-label={`Remove for good: ${title}`}
                onClick={() => onRemoveForGood(id)}
              >
                Remove for good
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <p className="border-t border-hairline pt-2 text-small text-ink-soft">Kept for {KEPT_DAYS} days.</p>
    </section>
  );
}
