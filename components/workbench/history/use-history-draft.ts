import type { Architecture, HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { readPart } from "#core/document/session-parts.schema.ts";
import { newId } from "../new-id.ts";
import { useDraft } from "../session/use-draft.ts";
import { useWorkbench } from "../workbench-context.ts";

export interface HistoryDraft {
  /** What is being written; null while nothing is. */
  readonly draft: HistoryEntry | null;
  readonly begin: () => void;
  readonly edit: (entry: HistoryEntry) => void;
  readonly change: (change: Partial<HistoryEntry>) => void;
  readonly giveUp: () => void;
}

/** An entry of the history while it is written. It outlives a reload of this tab; a place has one at a time. */
export function useHistoryDraft(about: string | null): HistoryDraft {
  const { session, sessionId } = useWorkbench();
  const [kept, keep] = useDraft(`history ${sessionId} ${about ?? ""}`);
  const draft = kept === "" ? null : readDraft(kept, session.architecture);
  const edit = (entry: HistoryEntry) => keep(JSON.stringify(entry));
  return {
    draft,
    begin: () => edit(blank(about === null ? [] : [about])),
    edit,
    change: (change) => {
      if (draft !== null) edit({ ...draft, ...change });
    },
    giveUp: () => keep(""),
  };
}

function blank(about: readonly string[]): HistoryEntry {
  const nothing = { date: "", text: "", worked: [], failed: [], covered: "", leftOpen: "" };
  return { id: newId("history"), kind: "incident", about, ...nothing };
}

/** Null for what this version of the product cannot read; what was deleted meanwhile is left out. */
function readDraft(kept: string, { components, connections }: Architecture): HistoryEntry | null {
  const draft = readPart.historyDraft(parsed(kept));
  if (draft === undefined) return null;
  const isIn = (list: readonly { readonly id: string }[]) => (id: string) =>
    list.some((entry) => entry.id === id);
  return {
    ...draft,
    about: draft.about.filter(isIn(components)),
    worked: draft.worked.filter(isIn(connections)),
    failed: draft.failed.filter(isIn(connections)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
