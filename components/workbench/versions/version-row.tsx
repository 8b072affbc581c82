import { Button } from "#components/ui/button.tsx";
import type { Session } from "#core/document/session.schema.ts";
import { useId, useState } from "react";
import { howMany } from "../how-many.ts";
import type { VersionReason, VersionRecord } from "../storage/version-database.ts";
import { wallTime } from "../when.ts";
import { Comparison } from "./comparison.tsx";
import { useVersion } from "./use-versions.ts";

const NOW = "now";

const REASONS: Readonly<Record<VersionReason, string>> = {
  asked: "Kept",
  opened: "As it was opened",
  work: "After a spell of work",
  restore: "Before going back",
};

export function versionTitle({ name, reason }: VersionRecord): string {
  return name ?? REASONS[reason];
}

interface VersionRowProps {
  readonly version: VersionRecord;
  readonly others: readonly VersionRecord[];
  readonly now: Session;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onName: (name: string) => void;
  readonly onRestore: (session: Session) => void;
}

/** One version: what became of it, and the way back to it. */
export function VersionRow({ version, others, now, isShown, onShow, onName, onRestore }: VersionRowProps) {
  const id = useId();
  return (
    <li className="border-t border-hairline">
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls={id}
        className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] cursor-pointer flex-wrap items-baseline gap-x-4 px-2 py-2 text-left hover:bg-shallow"
        onClick={onShow}
      >
        <span
          className={`min-w-0 flex-1 basis-40 ${version.name === null ? "text-small text-ink-soft" : "font-serif text-read leading-6"}`}
        >
          {versionTitle(version)}
        </span>
        <span className="sounding">
          {howMany(version.components, "component")}, {howMany(version.answers, "answer")}
        </span>
        <span className="sounding">{wallTime(version.at)}</span>
      </button>
      <div id={id} hidden={!isShown}>
        {isShown && (
          <ShownVersion version={version} others={others} now={now} onName={onName} onRestore={onRestore} />
        )}
      </div>
    </li>
  );
}

type ShownVersionProps = Omit<VersionRowProps, "isShown" | "onShow">;

function ShownVersion({ version, others, now, onName, onRestore }: ShownVersionProps) {
  const id = useId();
  const [otherId, setOther] = useState(NOW);
  const chosen = useVersion(version.id);
  if (chosen === undefined) return <p className="pb-4 text-small text-ink-soft">Reading it…</p>;
  if (!chosen.ok) return <p className="pb-4 text-small">{chosen.error}</p>;
  const other = others.find((one) => one.id === otherId);
  return (
    <div className="mb-4 border-l border-ink pl-4">
      <label htmlFor={id} className="sounding">
        Compared with
      </label>
      <select
        id={id}
        className="field mt-1"
        value={other === undefined ? NOW : otherId}
        onChange={(event) => setOther(event.target.value)}
      >
        <option value={NOW}>Now</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {wallTime(one.at)}, {versionTitle(one)}
          </option>
        ))}
      </select>
      {other === undefined ? (
        <Comparison before={chosen.value} after={now} />
      ) : (
        <WithOther session={chosen.value} at={version.at} other={other} />
      )}
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3 pt-2">
        <Button onClick={() => onRestore(chosen.value)}>Go back to this version</Button>
        <NameField version={version} onName={onName} />
      </div>
    </div>
  );
}

interface WithOtherProps {
  readonly session: Session;
  readonly at: string;
  readonly other: VersionRecord;
}

/** Whichever was chosen first: it is told what became of the earlier one. */
function WithOther({ session, at, other }: WithOtherProps) {
  const read = useVersion(other.id);
  if (read === undefined) return <p className="py-2 text-small text-ink-soft">Reading it…</p>;
  if (!read.ok) return <p className="py-2 text-small">{read.error}</p>;
  return other.at < at ? (
    <>
      <p className="pt-2 text-small text-ink-soft">That one is the earlier. Since then:</p>
      <Comparison before={read.value} after={session} />
    </>
  ) : (
    <Comparison before={session} after={read.value} />
  );
}

function NameField({ version, onName }: Pick<VersionRowProps, "version" | "onName">) {
  const id = useId();
  const [typed, setTyped] = useState(version.name ?? "");
  const isOther = typed.trim() !== (version.name ?? "");
  return (
    <form
      className="flex min-w-0 flex-1 basis-56 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onName(typed);
      }}
    >
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="sounding">
          Its name, which keeps it for good
        </label>
        <input
          id={id}
          className="field"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <button type="submit" className="action" disabled={!isOther}>
        Name it
      </button>
    </form>
  );
}
