import { answersOf } from "#core/architecture/reading.ts";
import type { Facts } from "#core/architecture/architecture.schema.ts";
import { pairKey, subjectKey, type Subject } from "#core/architecture/subject.ts";
import { dismissalKey } from "#core/document/command.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { Fields, MapName } from "./session-maps.ts";

/** Every entry of a map by its key: an entity as its fields, or one plain value. */
export type Entries = ReadonlyMap<string, unknown>;
type MarkMap = "skipped" | "referred" | "independent" | "signals" | "dismissed";
export type EntityMap = Exclude<MapName, "meta" | "answers" | MarkMap>;

/** What goes without saying is not stored: nothing empty, no id (it is the key), no answers (they lie apart). */
function lean(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => {
      if (key === "id" || key === "facts") return false;
      if (value === undefined || value === null || value === "") return false;
      return typeof value !== "object" || Object.keys(value).length > 0;
    }),
  );
}

function entitiesOf<T extends { readonly id: string }>(
  entries: readonly T[],
  fields: (entry: T) => Fields,
): ReadonlyMap<string, Fields> {
  return new Map(entries.map((entry) => [entry.id, lean(fields(entry))]));
}

export function entitiesIn({
  architecture,
  positions,
  seams,
}: Session): Readonly<Record<EntityMap, ReadonlyMap<string, Fields>>> {
  return {
    objects: entitiesOf(architecture.objects, (entry) => ({ ...entry })),
    boundaries: entitiesOf(architecture.boundaries, (entry) => ({ ...entry })),
    components: entitiesOf(architecture.components, (entry) => ({ ...entry, pos: positions[entry.id] })),
    connections: entitiesOf(architecture.connections, (entry) => ({ ...entry })),
    // Two people may come upon the same pair at once; kept by pair, they come upon the same agreement.
    agreements: new Map(
      architecture.agreements.map(({ id, between, about }) => [pairKey(...between), { id, about }]),
    ),
    history: entitiesOf(architecture.history, (entry) => ({ ...entry })),
    seams: entitiesOf(seams, (entry) => ({ ...entry })),
  };
}

export function metaIn({ origin, architecture }: Session): Entries {
  return new Map(Object.entries(lean({ origin, title: architecture.title, summary: architecture.summary })));
}

/** One entry per question and person; the name comes last because only it may contain the separator. */
export function answersIn({ architecture }: Session): Entries {
  const entries: [string, unknown][] = [];
  const add = (about: Subject, facts: Facts) => {
    for (const [fact, answers] of Object.entries(facts)) {
      for (const { by, ...answer } of answersOf(answers)) {
        const said = Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));
        entries.push([`${subjectKey(about)}#${fact}#${by}`, said]);
      }
    }
  };
  for (const { id, facts } of architecture.components) add({ component: id }, facts);
  for (const { id, facts } of architecture.connections) add({ connection: id }, facts);
  for (const { between, facts } of architecture.agreements) add({ agreement: between }, facts);
  return new Map(entries);
}

export function marksIn({
  skipped,
  referred,
  independent,
  signals,
  dismissed,
}: Session): Readonly<Record<MarkMap, Entries>> {
  return {
    skipped: new Map(skipped.map((key) => [key, true])),
    referred: new Map(Object.entries(referred)),
    independent: new Map(independent.map((pair) => [pairKey(...pair), true])),
    signals: new Map(signals.map((signal) => [signal, true])),
    dismissed: new Map(
      dismissed.map(({ between, mechanism, ...said }) => [dismissalKey({ between, mechanism }), said]),
    ),
  };
}
