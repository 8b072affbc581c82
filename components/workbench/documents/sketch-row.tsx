import { Button } from "#components/ui/button.tsx";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { howMany } from "../how-many.ts";
import type { SessionRecord } from "../storage/session-database.ts";
import { sayPlace, type Place } from "./place-of.ts";
import { wallTime } from "../when.ts";

interface SketchRowProps {
  readonly record: SessionRecord;
  readonly isOpen: boolean;
  /** The title of the published case it was opened from, where there is one. */
  readonly origin: string | null;
  /** Where it is kept besides, for somebody who is signed in. */
  readonly place: Place | null;
  /** Which engagement it is in, for somebody who has any. */
  readonly engagement?: ReactNode;
  readonly onOpen: () => void;
  readonly onTakeIn: () => void;
  readonly onBin: () => void;
  readonly onRename: (title: string) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** One sketch of this browser: its name opens it. */
export function SketchRow({
  record,
  isOpen,
  origin,
  place,
  engagement,
  onOpen,
  onTakeIn,
  onBin,
  onRename,
  onDuplicate,
  onDelete,
}: SketchRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const { title } = record;
  const endRenaming = (next: string | null) => {
    setRenaming(false);
    if (next !== null && next.trim() !== "" && next !== title) onRename(next);
  };
  return (
    <li className="border-t border-hairline py-3">
      {isRenaming ? (
        <TitleField
          title={title}
          onEnd={(next, isByKey) => {
            // Before the field goes and takes the focus with it.
            if (isByKey) rename.current?.focus();
            endRenaming(next);
          }}
        />
      ) : (
        <button
          type="button"
          aria-label={isOpen ? `${title}, open now` : `Open ${title}`}
          className="block w-full cursor-pointer text-left font-serif text-read leading-6 underline decoration-transparent underline-offset-4 hover:decoration-rule"
          onClick={onOpen}
        >
          {title}
        </button>
      )}
      <p className="sounding mt-1 flex flex-wrap gap-x-3">
        {isOpen ? (
          <span className="font-medium text-ink">open now</span>
        ) : (
          <span>opened {wallTime(record.openedAt)}</span>
        )}
        {record.components !== undefined && <span>{howMany(record.components, "component")}</span>}
        {record.answers !== undefined && <span>{howMany(record.answers, "answer")}</span>}
      </p>
      {place !== null && <p className="mt-1 text-small text-ink-soft">Kept {sayPlace(place)}</p>}
      {engagement}
      {origin !== null && <p className="mt-1 text-small text-ink-soft">From the case “{origin}”</p>}
      <div className="-ml-1 flex flex-wrap gap-x-3 text-small text-ink-soft">
        <button
          ref={rename}
          type="button"
          className="action action-quiet"
          aria-label={`Rename ${title}`}
          onClick={() => setRenaming(true)}
        >
          Rename
        </button>
        <Button rank="quiet" aria-label={`Duplicate ${title}`} onClick={onDuplicate}>
          Duplicate
        </Button>
        <PlaceActions {...{ title, place, onTakeIn, onBin, onDelete }} />
      </div>
    </li>
  );
}

type PlaceActionsProps = Pick<SketchRowProps, "place" | "onTakeIn" | "onBin" | "onDelete"> & {
  readonly title: string;
};

/** What can be done about where a sketch is kept, in words that say what goes where. */
function PlaceActions({ title, place, onTakeIn, onBin, onDelete }: PlaceActionsProps) {
  const isInAccount = place?.kind === "in-account" && place.document.deletedAt === null;
  return (
    <>
      {place?.kind === "here-only" && (
        <Button rank="quiet" aria-label={`Take it into your account: ${title}`} onClick={onTakeIn}>
          Take it into your account
        </Button>
      )}
      {isInAccount && place.document.mayBin && (
        <Button rank="quiet" aria-label={`Put into the bin of your account: ${title}`} onClick={onBin}>
          Put into the bin of your account
        </Button>
      )}
      <Button
        rank="quiet"
        aria-label={isInAccount ? `Remove from this browser: ${title}` : `Delete ${title}`}
        onClick={onDelete}
      >
        {isInAccount ? "Remove from this browser" : "Delete"}
      </Button>
    </>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly onEnd: (next: string | null, isByKey: boolean) => void;
}

function TitleField({ title, onEnd }: TitleFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => field.current?.select(), []);
  const end = (next: string | null, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onEnd(next, isByKey);
  };
  return (
    <input
      ref={field}
      aria-label={`New name of ${title}`}
      className="field"
      defaultValue={title}
      maxLength={100}
      onBlur={(event) => end(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // The sheet itself would close.
        event.stopPropagation();
        event.preventDefault();
        end(event.key === "Enter" ? event.currentTarget.value : null, true);
      }}
    />
  );
}
