import { withSameStructure } from "./same-structure.ts";

/**
 * The same result for the same arguments as the last time, compared by identity; from other arguments a new one, in
 * which everything that says the same as before is still the same object.
 */
export function remember<A extends readonly unknown[], R>(compute: (...of: A) => R): (...of: A) => R {
  let last: { readonly of: A; readonly result: R } | null = null;
  return (...of) => {
    if (last !== null && areSame(last.of, of)) return last.result;
    const result = compute(...of);
    last = { of, result: last === null ? result : withSameStructure(last.result, result) };
    return last.result;
  };
}

interface Made<T, S, R> {
  readonly entry: T;
  readonly beside: S;
  readonly result: R;
}

/**
 * The same for a long list, few entries of which are ever new: each is made of itself, of what is kept beside it under
 * its key, and of what it may lead to, and only those are made again of which something changed.
 */
export function rememberEach<T, S, L extends readonly unknown[], R>(
  keyOf: (entry: T) => string,
  make: (entry: T, beside: S, ...links: L) => R,
): (entries: readonly T[], besideOf: (key: string) => S, ...links: L) => readonly R[] {
  let known: ReadonlyMap<string, Made<T, S, R>> = new Map();
  let last: { readonly of: readonly unknown[]; readonly links: L; readonly list: readonly R[] } | null = null;
  return (entries, besideOf, ...links) => {
    const of = [entries, besideOf, ...links];
    if (last !== null && areSame(last.of, of)) return last.list;
    const isLinkedSame = last !== null && areSame(last.links, links);
    const next = new Map<string, Made<T, S, R>>();
    for (const entry of entries) {
      const key = keyOf(entry);
      const before = known.get(key);
      const beside = besideOf(key);
      const isSame = isLinkedSame && before?.entry === entry && Object.is(before.beside, beside);
      next.set(
        key,
        isSame ? before : { entry, beside, result: again(before, make(entry, beside, ...links)) },
      );
    }
    const list = Array.from(next.values(), ({ result }) => result);
    known = next;
    last = { of, links, list: last !== null && areSame(last.list, list) ? last.list : list };
    return last.list;
  };
}

function again<R>(before: { readonly result: R } | undefined, result: R): R {
  return before === undefined ? result : withSameStructure(before.result, result);
}

/** The same set as long as it holds the same ids. */
export function rememberIds(): (entries: readonly { readonly id: string }[]) => ReadonlySet<string> {
  let last: { readonly of: unknown; readonly ids: ReadonlySet<string> } | null = null;
  return (entries) => {
    if (last?.of === entries) return last.ids;
    const ids = new Set(entries.map(({ id }) => id));
    const before = last?.ids;
    const isSame = before?.size === ids.size && entries.every(({ id }) => before.has(id));
    last = { of: entries, ids: isSame ? before : ids };
    return last.ids;
  };
}

/** The last object again as long as every field of the next one is the same. */
export function rememberFields<T extends object>(): (next: T) => T {
  let last: T | null = null;
  return (next) => {
    if (last === null || !areSame(Object.values(last), Object.values(next))) last = next;
    return last;
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
