import { Sheet } from "#components/ui/sheet.tsx";
import type { Session } from "#core/document/session.schema.ts";
import { useState } from "react";
import { reasonOf } from "../storage/session-saver.ts";
import type { OpenSession } from "../storage/open-session.ts";
import { useWorkbench } from "../workbench-context.ts";
import { keepVersion, nameVersion } from "./session-versions.ts";
import { DAYS_KEPT, LATEST_KEPT } from "./superfluous-versions.ts";
import { useVersions } from "./use-versions.ts";
import { VersionRow } from "./version-row.tsx";

interface VersionsSheetProps {
  readonly open: OpenSession;
  /** Why the last version that was due by itself could not be kept. */
  readonly problem: string | null;
  readonly onClose: () => void;
}

/** The sketch as it was at other times: to compare, and to go back to. */
export function VersionsSheet({ open, problem, onClose }: VersionsSheetProps) {
  const { session, announce } = useWorkbench();
  const { list, isRead, refresh } = useVersions(open.id);
  const [shown, setShown] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const attempt = async (run: () => Promise<void>): Promise<boolean> => {
    setRefusal(null);
    try {
      await run();
      return true;
    } catch (error) {
      setRefusal(`That was not kept: ${reasonOf(error)}.`);
      return false;
    } finally {
      await refresh();
    }
  };
  const restore = async (wanted: Session) => {
    // Undo brings back what is here now, for as long as this page is open; the version does so later as well.
    await attempt(() => keepVersion(open.id, session, { name: null, reason: "restore", at: now() }));
    open.store.become(wanted);
    onClose();
    announce("The sketch is as it was then. Undo brings back what was here before.");
  };
  const said =
    refusal ?? (problem === null ? null : `The last version could not be kept by itself: ${problem}.`);
  return (
    <Sheet
      title="Versions"
      about={`“${session.architecture.title}” as it was at other times, kept in this browser. Versions are kept by themselves while you work, the latest ${LATEST_KEPT} and one for each of ${DAYS_KEPT} days before; named ones stay.`}
      onClose={onClose}
    >
      {said !== null && (
        <p role="alert" className="mt-4 border-l-4 border-ink pl-4 text-small font-medium">
          {said}
        </p>
      )}
      <KeepForm
        isEnabled={open.isWhole}
        onKeep={(name) => attempt(() => keepVersion(open.id, session, { name, reason: "asked", at: now() }))}
      />
      <h3 className="sounding pt-8 pb-2">Kept so far</h3>
      {isRead && list.length === 0 && (
        <p className="border-t border-hairline py-3 text-small">
          None yet. The first is kept when you change what you opened.
        </p>
      )}
      <ul className="border-b border-hairline">
        {list.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            others={list.filter(({ id }) => id !== version.id)}
            now={session}
            isShown={shown === version.id}
            onShow={() => setShown(shown === version.id ? null : version.id)}
            onName={(name) => void attempt(() => nameVersion(version, name))}
            onRestore={(wanted) => void restore(wanted)}
          />
        ))}
      </ul>
    </Sheet>
  );
}

interface KeepFormProps {
  readonly isEnabled: boolean;
  readonly onKeep: (name: string) => Promise<boolean>;
}

function KeepForm({ isEnabled, onKeep }: KeepFormProps) {
  const [name, setName] = useState("");
  return (
    <form
      className="flex flex-wrap items-end gap-2 pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(name.trim() === "" ? "Kept by hand" : name.trim()).then((isKept) => {
          if (isKept) setName("");
        });
      }}
    >
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor="version-name" className="sounding">
          Keep the sketch as it is now, under the name
        </label>
        <input
          id="version-name"
          className="field mt-1"
          maxLength={100}
          placeholder="Before the review"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="action action-first" disabled={!isEnabled}>
        Keep this version
      </button>
    </form>
  );
}

function now(): string {
  return new Date().toISOString();
}
