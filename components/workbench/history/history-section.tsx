import { Button } from "#components/ui/button.tsx";
import type { HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { useRef, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { asTold, detailsOf, historyOf, KINDS } from "./history-entry.ts";
import { HistoryForm } from "./history-form.tsx";
import { useHistoryDraft } from "./use-history-draft.ts";

interface HistorySectionProps {
  /** The component whose history this is; null for all of it. */
  readonly about: string | null;
}

/** What already happened: incidents, fixes and changes, told by people and weighed in every candidate they touched. */
export function HistorySection({ about }: HistorySectionProps) {
  const { session, dispatch, announce } = useWorkbench();
  const { draft, begin, edit, change, giveUp } = useHistoryDraft(about);
  const [isOpen, setOpen] = useState(draft !== null);
  const [isBegunHere, setBegunHere] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const entries = historyOf(session.architecture, about);
  const backTo = (sentence: string) => {
    announce(sentence);
    summary.current?.focus();
  };
  const write = (start: () => void) => {
    setBegunHere(true);
    start();
  };
  const tell = (entry: HistoryEntry) => {
    dispatch({ type: "tell-history", entry: asTold(entry) });
    giveUp();
    backTo(`${KINDS[entry.kind]}, ${entry.date}: kept. Undo takes it back.`);
  };
  return (
    <details
      className="border-t border-hairline py-2"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary ref={summary} className="cursor-pointer text-small">
        {about === null ? "What happened here before?" : "What happened here"}{" "}
        <span className="font-mono text-sounding text-ink-faint">{entries.length}</span>
      </summary>
      {entries.length === 0 && draft === null && (
        <p className="pt-1 text-small text-ink-soft">
          Trouble that comes back at one place is the strongest sign there is.
        </p>
      )}
      <ol>
        {entries.map((entry) => (
          <HistoryItem
            key={entry.id}
            entry={entry}
            onEdit={() => write(() => edit(entry))}
            onDelete={() => {
              dispatch({ type: "delete-history", id: entry.id });
              if (draft?.id === entry.id) giveUp();
              backTo(`${KINDS[entry.kind]}, ${entry.date}: deleted. Undo brings it back.`);
            }}
          />
        ))}
      </ol>
      {draft === null ? (
        <Button onClick={() => write(begin)}>Tell what happened</Button>
      ) : (
        <HistoryForm
          key={draft.id}
          draft={draft}
          hasFocus={isBegunHere}
          onChange={change}
          onTell={() => tell(draft)}
          onGiveUp={() => {
            giveUp();
            summary.current?.focus();
          }}
        />
      )}
    </details>
  );
}

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function HistoryItem({ entry, onEdit, onDelete }: HistoryItemProps) {
  const { session } = useWorkbench();
  const which = ` “${entry.text}”`;
  return (
    <li className="border-b border-hairline py-2 text-small">
      <p className="sounding">
        {entry.date} · {KINDS[entry.kind].toLowerCase()}
      </p>
      <p className="whitespace-pre-line">{entry.text}</p>
      {detailsOf(session.architecture, entry).map((line) => (
        <p key={line} className="text-ink-soft">
          {line}
        </p>
      ))}
      <p className="-ml-1 flex gap-3">
        <Button rank="quiet" onClick={onEdit}>
          Edit<span className="sr-only">{which}</span>
        </Button>
        <Button rank="quiet" onClick={onDelete}>
          Delete<span className="sr-only">{which}</span>
        </Button>
      </p>
    </li>
  );
}
