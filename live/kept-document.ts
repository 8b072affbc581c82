import type { Agreement } from "#core/architecture/architecture.schema.ts";
import { pairIn, pairKey, type Pair } from "#core/architecture/subject.ts";
import { dismissalKey } from "#core/document/command.ts";
import type { Dismissal } from "#core/document/session.schema.ts";
import { readPart } from "#core/document/session-parts.schema.ts";
import type * as Y from "yjs";
import { keepEntriesOf } from "./kept-entries.ts";
import { keepFactsOf } from "./kept-facts.ts";
import { fieldsIn, MAP_NAMES, mapOf, type Fields, type MapName } from "./session-maps.ts";

export type KeptDocument = ReturnType<typeof keepDocument>;

/** Everything a shared document holds as far as each entry by itself can be read; what the entries say about each other is not asked. */
export function keepDocument(doc: Y.Doc) {
  const entities = <T>(name: MapName, read: (input: unknown) => T | undefined) =>
    keepEntriesOf(mapOf(doc, name), (entity, id) => read({ ...fieldsIn(entity), id }));
  const components = entities("components", (input) => readPart.components(withoutPlace(input)));
  const positions = keepEntriesOf(mapOf(doc, "components"), (entity, id) =>
    components.get(id) === undefined ? undefined : readPart.position(fieldsIn(entity)["pos"]),
  );
  const kept = {
    meta: keepEntriesOf<string>(mapOf(doc, "meta"), readMeta),
    objects: entities("objects", readPart.objects),
    boundaries: entities("boundaries", readPart.boundaries),
    components,
    connections: entities("connections", readPart.connections),
    agreements: keepEntriesOf(mapOf(doc, "agreements"), readAgreement),
    history: entities("history", readPart.history),
    seams: entities("seams", readPart.seams),
    skipped: keepEntriesOf(mapOf(doc, "skipped"), (_, key) => readPart.skipped(key)),
    referred: keepEntriesOf(mapOf(doc, "referred"), (who, key) => readPart.referred({ [key]: who })),
    independent: keepEntriesOf(mapOf(doc, "independent"), (_, key) => readPair(key)),
    signals: keepEntriesOf(mapOf(doc, "signals"), (_, key) => readPart.signal(key)),
    dismissed: keepEntriesOf(mapOf(doc, "dismissed"), readDismissal),
  } as const;
  const facts = keepFactsOf(mapOf(doc, "answers"));
  const reread = (name: MapName, key: string) => {
    if (name === "answers") facts.reread(key);
    else kept[name].reread(key);
    if (name === "components") positions.reread(key);
  };
  return { ...kept, positions, facts, follow: followTransactions(doc, reread) };
}

/** Says of a transaction which entries of which map it wrote to, in whatever depth. */
function followTransactions(
  doc: Y.Doc,
  onChanged: (name: MapName, key: string) => void,
): (transaction: Y.Transaction) => void {
  const nameOf = new Map<unknown, MapName>(MAP_NAMES.map((name) => [mapOf(doc, name), name]));
  const report = (map: unknown, key: string | null) => {
    const name = nameOf.get(map);
    if (name !== undefined && key !== null) onChanged(name, key);
  };
  return ({ changed }) => {
    for (const [type, keys] of changed) {
      if (nameOf.has(type)) keys.forEach((key) => report(type, key));
      let item = type._item;
      while (item !== null && !nameOf.has(item.parent)) item = (item.parent as typeof type)._item;
      if (item !== null) report(item.parent, item.parentSub);
    }
  };
}

function withoutPlace(component: unknown): unknown {
  return Object.fromEntries(Object.entries(component as Fields).filter(([key]) => key !== "pos"));
}

function readMeta(value: unknown, key: string): string | undefined {
  if (key === "origin") return readPart.origin(value) ?? undefined;
  if (key === "title") return readPart.title(value);
  return key === "summary" ? readPart.summary(value) : undefined;
}

/** A pair in its one spelling. */
function readPair(key: string): Pair | undefined {
  const pair = pairIn(key);
  return pair !== undefined && pairKey(...pair) === key ? pair : undefined;
}

function readAgreement(entity: unknown, key: string): Agreement | undefined {
  const between = readPair(key);
  return between === undefined ? undefined : readPart.agreements({ ...fieldsIn(entity), between });
}

function readDismissal(said: unknown, key: string): Dismissal | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const [pair = "", mechanism = null] = key.split("#");
  const dismissal = readPart.dismissed({ ...said, between: pairIn(pair), mechanism });
  return dismissal !== undefined && dismissalKey(dismissal) === key ? dismissal : undefined;
}
