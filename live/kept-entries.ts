import { compareText } from "#core/architecture/text-order.ts";
import type * as Y from "yjs";
import { withSameStructure } from "./same-structure.ts";

/** The entries of one shared map, each read once and again only when somebody wrote to it. */
export interface KeptEntries<T> {
  /** In the order of their keys, and the same list until one of them reads differently. */
  readonly all: () => readonly T[];
  readonly get: (key: string) => T | undefined;
  /** The keys of what reads as an entry, and the same set until one comes or goes. */
  readonly keys: () => ReadonlySet<string>;
  /** Reads what is under this key again; whether it reads differently than before. */
  readonly reread: (key: string) => boolean;
}

export function keepEntriesOf<T>(
  map: Y.Map<unknown>,
  read: (value: unknown, key: string) => T | undefined,
): KeptEntries<T> {
  const entries = new Map<string, T>();
  let keys: ReadonlySet<string> | null = null;
  let list: readonly T[] | null = null;

  const reread = (key: string) => {
    const before = entries.get(key);
    const value = map.has(key) ? read(map.get(key), key) : undefined;
    const next = withSameStructure(before, value);
    if (Object.is(before, next)) return false;
    list = null;
    if (before === undefined || next === undefined) keys = null;
    if (next === undefined) entries.delete(key);
    else entries.set(key, next);
    return true;
  };
  const inOrder = () => (keys ??= new Set([...entries.keys()].sort(compareText)));
  for (const key of map.keys()) reread(key);

  return {
    // Every key in order has its entry.
    all: () => (list ??= Array.from(inOrder(), (key) => entries.get(key) as T)),
    get: (key) => entries.get(key),
    keys: inOrder,
    reread,
  };
}
