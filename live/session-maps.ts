import * as Y from "yjs";

/**
 * The shared document: one lean Y.Map per entity and plain values inside it, so that two people who change different
 * things of one component keep both. No Y.Array: concurrent moves in one duplicate entries. Answers lie apart, one
 * plain value per question and person.
 */
export const MAP_NAMES = [
  "meta",
  "objects",
  "boundaries",
  "components",
  "connections",
  "agreements",
  "history",
  "seams",
  "answers",
  "skipped",
  "referred",
  "independent",
  "signals",
  "dismissed",
] as const;
export type MapName = (typeof MAP_NAMES)[number];

export type Fields = Readonly<Record<string, unknown>>;

export function mapOf(doc: Y.Doc, name: MapName): Y.Map<unknown> {
  return doc.getMap(name);
}

/** What an entity holds, whoever wrote it: anything that is not an entity reads as empty. */
export function fieldsIn(entity: unknown): Fields {
  return entity instanceof Y.Map ? Object.fromEntries((entity as Y.Map<unknown>).entries()) : {};
}

export function newEntity(fields: Fields): Y.Map<unknown> {
  return new Y.Map(Object.entries(fields));
}
