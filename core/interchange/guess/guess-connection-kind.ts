import { likelyKind } from "../../architecture/likely-kind.ts";
import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";

export interface GuessedConnection {
  readonly kind: ConnectionKind;
  readonly because: string;
}

/** Words that a line between components begins with when it is more than a call. */
const WORDS: Readonly<Partial<Record<ConnectionKind, string>>> = {
  send: "publish publishes emit emits enqueue enqueues produces push pushes notifies",
  read: "read reads query queries load loads",
  write: "write writes store stores save saves persist persists insert inserts",
  replicate: "replicate replicates replication mirrors",
  observe: "scrape scrapes monitors observes watches",
  configure: "configures",
  control: "controls manages orchestrates restarts provisions deploys",
};
const BY_WORD: ReadonlyMap<string, ConnectionKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word, kind as ConnectionKind] as const),
  ),
);
const HOLDERS: ReadonlySet<ComponentKind | undefined> = new Set([
  "store",
  "cache",
  "directory",
  "config",
  "external",
  "service",
]);

/** What a connection seems to be, by how it is labelled, else by what it joins. Files draw lines and rarely say more. */
export function guessConnectionKind(
  label: string,
  source: ComponentKind | undefined,
  target: ComponentKind | undefined,
): GuessedConnection {
  const word = /^\s{0,20}([a-z]{1,20})(?![\p{L}])/iu.exec(label)?.[1]?.toLowerCase() ?? "";
  const said = BY_WORD.get(word);
  const needsHolder = said === "read" || said === "write";
  if (said !== undefined && (!needsHolder || (HOLDERS.has(target) && target !== "service")))
    return { kind: said, because: `it is labelled “${word}”` };
  const kind = likelyKind(source, target);
  return { kind, because: `taken for “${kind}” by what it joins` };
}
