import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Session } from "#core/document/session.schema.ts";
import type { ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import { useId } from "react";
import type { FilesRead } from "./bring-in-work.ts";
import type { BroughtFiles } from "./brought-files.ts";
import { Preview } from "./preview.tsx";
import { placeWords } from "./rows.ts";
import { useReading } from "./use-reading.ts";

interface BringInSheetProps {
  readonly brought: BroughtFiles;
  readonly onClose: () => void;
  readonly onNew: (session: Session) => void;
}

/** Files of other tools: what is in them, before anything of it is anywhere. */
export function BringInSheet({ brought, onClose, onNew }: BringInSheetProps) {
  const { files, refusals } = brought;
  const named = files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`;
  return (
    <Sheet
      isWide
      title={files.length === 0 ? "Bring in" : `Bring in ${named}`}
      about="Nothing is changed before you say so. The file is read in this browser and goes nowhere."
      onClose={onClose}
    >
      {refusals.length > 0 ? (
        <Problems problems={refusals} />
      ) : (
        <Read brought={brought} onClose={onClose} onNew={onNew} />
      )}
    </Sheet>
  );
}

function Read({ brought, onClose, onNew }: BringInSheetProps) {
  const { read, readAs } = useReading(brought.files);
  if (read === null) return <Waiting onCancel={onClose} />;
  const { formats, recognized, result, merge } = read;
  const format = result.ok ? result.value.format : recognized;
  return (
    <>
      {formats.length > 0 && <FormatChoice formats={formats} format={format} onChoose={readAs} />}
      {result.ok ? (
        <Preview
          imported={result.value}
          merge={merge}
          intoOpen={brought.intoOpen}
          onDone={onClose}
          onNew={onNew}
        />
      ) : (
        <Problems problems={result.error} />
      )}
    </>
  );
}

function Waiting({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-4 pt-6 text-small">
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
        className="field max-w-full"
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
            <span className="sounding">{placeWords(problem)}</span>
            <span className="block">{problem.message}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
