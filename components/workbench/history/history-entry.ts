import type { Architecture, HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { componentName, subjectName } from "#core/report/wording.ts";

export const KINDS: Readonly<Record<HistoryEntry["kind"], string>> = {
  incident: "Something failed",
  fix: "A fix was made",
  change: "Something changed",
};

/** ISO 8601 as far as it is remembered: entries are put in order by it, as written. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export interface HistoryProblems {
  readonly text?: string;
  readonly date?: string;
  readonly about?: string;
}

export function problemsOf({ text, date, about }: HistoryEntry): HistoryProblems {
  return {
    ...(text.trim() === "" && { text: "Say in a sentence what happened." }),
    ...(!DATE.test(date.trim()) && { date: "Write the date as 2024, 2024-07 or 2024-07-19." }),
    ...(about.length === 0 && { about: "Choose at least one component, so that it counts somewhere." }),
  };
}

/** The entry without what only another kind of entry tells. */
export function asTold(entry: HistoryEntry): HistoryEntry {
  return {
    ...entry,
    ...(entry.kind === "incident" ? {} : { worked: [], failed: [] }),
    ...(entry.kind === "fix" ? {} : { covered: "", leftOpen: "" }),
  };
}

/** Oldest first; without a component all of them, otherwise what touched it. */
export function historyOf(
  { history, connections }: Architecture,
  about: string | null,
): readonly HistoryEntry[] {
  const own = new Set(
    connections.filter(({ from, to }) => from === about || to === about).map(({ id }) => id),
  );
  return history
    .filter(
      (entry) => about === null || entry.about.includes(about) || entry.failed.some((id) => own.has(id)),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Where it happened and what else is told of it, each as one line. */
export function detailsOf(architecture: Architecture, entry: HistoryEntry): readonly string[] {
  const ways = (ids: readonly string[]) =>
    ids.map((connection) => subjectName(architecture, { connection })).join("; ");
  return [
    entry.about.map((id) => componentName(architecture, id)).join(", "),
    ...(entry.failed.length === 0 ? [] : [`Failed: ${ways(entry.failed)}`]),
    ...(entry.worked.length === 0 ? [] : [`Worked: ${ways(entry.worked)}`]),
    ...(entry.covered === "" ? [] : [`It covered: ${entry.covered}`]),
    ...(entry.leftOpen === "" ? [] : [`It left open: ${entry.leftOpen}`]),
  ].filter((line) => line !== "");
}
