import { compareText } from "../architecture/text-order.ts";

interface Entry {
  readonly id: string;
}

/** The list with a new entry at its place by id; unchanged when the id is taken. */
export function insertEntry<T extends Entry>(entries: readonly T[], entry: T): readonly T[] {
  if (entries.some(({ id }) => id === entry.id)) return entries;
  const at = entries.findIndex(({ id }) => compareText(id, entry.id) > 0);
  return at < 0 ? [...entries, entry] : entries.toSpliced(at, 0, entry);
}

/** The list with one entry changed, every other entry the same object; unchanged when there is no such id. */
export function changeEntry<T extends Entry>(
  entries: readonly T[],
  id: string,
  change: (entry: T) => T,
): readonly T[] {
  const at = entries.findIndex((entry) => entry.id === id);
  const entry = entries[at];
  return entry === undefined ? entries : entries.with(at, change(entry));
}

/** The list without the entries that fail; the same object when all stay. */
export function keepEntries<T>(entries: readonly T[], stays: (entry: T) => boolean): readonly T[] {
  return entries.every(stays) ? entries : entries.filter(stays);
}

/** The same for what is kept by key. */
export function keepKeys<T>(
  entries: Readonly<Record<string, T>>,
  stays: (key: string) => boolean,
): Readonly<Record<string, T>> {
  const keys = Object.keys(entries);
  if (keys.every(stays)) return entries;
  return Object.fromEntries(Object.entries(entries).filter(([key]) => stays(key)));
}
