import type { SituationRow } from "#core/triage/situation-view.ts";
import type { MouseEvent } from "react";
import { Age } from "../when.tsx";
import { StateMark } from "./state-mark.tsx";

interface InboxRowProps {
  readonly row: SituationRow;
  readonly href: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** One situation of the list, all of it one link. */
export function InboxRow({ row, href, isOpen, onOpen }: InboxRowProps) {
  const { reference, opening, name, system, state, assignee, receivedAt } = row;
  const from = [name, system].filter((text) => text !== "").join(" · ");
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <li>
      <a
        href={href}
        data-situation={row.id}
        data-unread={state === "new" || undefined}
        aria-current={isOpen ? "true" : undefined}
        className="inbox-row"
        onClick={open}
      >
        <span className="sounding flex justify-between gap-x-4">
          <StateMark state={state} />
          <Age iso={receivedAt} />
        </span>
        <span dir="auto" className="inbox-opening">
          {opening === "" ? "Nothing is kept of this one." : opening}
        </span>
        <span className="sounding flex justify-between gap-x-4">
          <span dir="auto" className="min-w-0 truncate">
            {from === "" ? reference.slice(0, 9) : from}
          </span>
          <span className="max-w-2/5 shrink-0 truncate text-ink">{assignee?.name ?? ""}</span>
        </span>
        <Marks row={row} />
      </a>
    </li>
  );
}

function Marks({ row }: { readonly row: SituationRow }) {
  const { isVerified, wroteAgain, wantsAnswer, hasSketch, notes, isMerged, state } = row;
  if (state === "erased") return null;
  const marks = [
    ...(wroteAgain ? ["wrote again"] : []),
    ...(isVerified ? [] : ["sender not verified"]),
    ...(wantsAnswer ? [] : ["no e-mail"]),
    ...(hasSketch ? ["sketch"] : []),
    ...(notes === 0 ? [] : [notes === 1 ? "1 note" : `${notes} notes`]),
    ...(isMerged ? ["merged"] : []),
  ];
  if (marks.length === 0) return null;
  return <span className="sounding block">{marks.join(" · ")}</span>;
}
