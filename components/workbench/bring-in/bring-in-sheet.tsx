import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Session } from "#core/document/session.schema.ts";
import type { ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import { useId } from "react";
import { asSentence } from "../as-sentence.ts";
import type { FilesRead } from "./bring-in-work.ts";
import type { BroughtFiles } from "./brought-files.ts";
import { foundWords } from "./found-words.ts";
import { Preview } from "./preview.tsx";
import { Place } from "./place.tsx";
import { useReading } from "./use-reading.ts";

interface BringInSheetProps {
  readonly brought: BroughtFiles;
  /** Where the focus goes after it, where that is not where it came from. */
  readonly focusAfter: () => HTMLElement | null;
  readonly onClose: () => void;
  /** Called with what has come of bringing it into the open sketch. */
  readonly onDone: (sentence: string) => void;
  readonly onNew: (session: Session) => void;
}

/** Files of other tools: what is in them, before anything of it is anywhere. */
export function BringInSheet({ brought, focusAfter, onClose, onDone, onNew }: BringInSheetProps) {
  const { files, refusals } = brought;
  const named = files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`;
  return (
    <Sheet
      isWide
      title={files.length === 0 ? "Bring in" : `Bring in ${named}`}
      about="Nothing is changed before you say so. The file is read in this browser and goes nowhere."
      focusAfter={focusAfter}
      onClose={onClose}
    >
      {refusals.length > 0 ? (
        <Problems problems={refusals} />
      ) : (
        <Read brought={brought} onClose={onClose} onDone={onDone} onNew={onNew} />
      )}
    </Sheet>
  );
}

function Read({ brought, onClose, onDone, onNew }: Omit<BringInSheetProps, "focusAfter">) {
  const { read, isReading, wanted, readAs } = useReading(brought.files);
  return (
    <>
      <p role="status" className="sr-only">
        {heardWords(isReading ? null : read)}
      </p>
      {/* It stays while it is read anew, so that whoever chose stays where they are. */}
      {read !== null && read.formats.length > 0 && (
        <FormatChoice formats={read.formats} format={wanted ?? formatOf(read)} onChoose={readAs} />
      )}
      {isReading || read === null ? (
        <Waiting onCancel={onClose} />
      ) : read.result.ok ? (
        <Preview
          imported={read.result.value}
          merge={read.merge}
          intoOpen={brought.intoOpen}
          onDone={onDone}
          onCancel={onClose}
          onNew={onNew}
        />
      ) : (
        <Problems problems={read.result.error} />
      )}
    </>
  );
}

function formatOf({ recognized, result }: FilesRead): ImportFormat | null {
  return result.ok ? result.value.format : recognized;
}

/** What is heard of reading: what is wrong with a file is an alert of its own. */
function heardWords(read: FilesRead | null): string {
  if (read === null) return "Reading…";
  return read.result.ok ? `Read: ${foundWords(read.result.value.session.architecture)}.` : "";
}

function Waiting({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 pt-6 text-small">
      Reading…
      <Button rank="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </p>
  );
}

interface FormatChoiceProps {
  readonly formats: FilesRead["formats"];
  readonly format: ImportFormat | null;
  readonly onChoose: (format: ImportFormat) => void;
}

function FormatChoice({ formats, format, onChoose }: FormatChoiceProps) {
  const id = useId();
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-6">
      <label htmlFor={id} className="sounding">
        Read as
      </label>
      <select
        id={id}
        className="field w-auto max-w-full"
        value={format ?? ""}
        onChange={({ target }) => {
          const chosen = formats.find((one) => one.format === target.value);
          if (chosen !== undefined) onChoose(chosen.format);
        }}
      >
        {format === null && <option value="">Choose a format</option>}
        {formats.map((one) => (
          <option key={one.format} value={one.format}>
            {one.name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Problems({ problems }: { readonly problems: readonly ImportProblem[] }) {
  return (
    <div role="alert" className="mt-6 border-l-4 border-ink pl-4">
      <p className="font-medium">It could not be read. Your sketch is as it was.</p>
      <ul className="pt-2 text-small">
        {problems.map((problem, i) => (
          <li key={i} className="py-1 wrap-anywhere">
            <Place {...problem} />
            <span className="block">{asSentence(problem.message)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
