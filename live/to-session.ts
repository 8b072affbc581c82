import type {
  Agreement,
  Answer,
  Architecture,
  Component,
  Connection,
  Facts,
} from "#core/architecture/architecture.schema.ts";
import {
  pairIn,
  pairKey,
  subjectIn,
  subjectKey,
  type Pair,
  type Subject,
} from "#core/architecture/subject.ts";
import { byId, compareText } from "#core/architecture/text-order.ts";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { acceptAnswer } from "#core/document/answer.schema.ts";
import { inCanonicalOrder } from "#core/document/canonical-order.ts";
import { dismissalKey } from "#core/document/command.ts";
import { UNTITLED } from "#core/document/new-session.ts";
import { isAboutOneOf, type Elements } from "#core/document/question-key.ts";
import {
  SESSION_FORMAT,
  type Dismissal,
  type Position,
  type Session,
} from "#core/document/session.schema.ts";
import { readPart } from "#core/document/session-parts.schema.ts";
import type * as Y from "yjs";
import { fieldsIn, mapOf, type MapName } from "./session-maps.ts";

/**
 * The session that a shared document holds. Total: what is malformed or names something that is gone (a peer
 * deleted the component while another connected it) is left out, never repaired, so that every replica with the
 * same updates reads the same session.
 */
export function toSession(doc: Y.Doc): Session {
  const sketch = readSketch(doc);
  const isPair = ([a, b]: Pair) => a !== b && sketch.components.has(a) && sketch.components.has(b);
  const isQuestion = (key: string) => readPart.skipped(key) !== undefined && isAboutOneOf(sketch, key);
  const seams = entries(doc, "seams", readPart.seams).filter(({ between }) => isPair(between));
  return inCanonicalOrder({
    format: SESSION_FORMAT,
    origin: readPart.origin(mapOf(doc, "meta").get("origin")) ?? null,
    architecture: readArchitecture(doc, sketch, isPair),
    positions: sketch.positions,
    seams: oneEach(byId(seams), ({ between }) => pairKey(...between)),
    skipped: [...mapOf(doc, "skipped").keys()].filter(isQuestion),
    referred: readReferred(doc, isQuestion),
    independent: [...mapOf(doc, "independent").keys()].flatMap((key) => {
      const pair = pairIn(key);
      return pair !== undefined && isPair(pair) && pairKey(...pair) === key ? [pair] : [];
    }),
    signals: [...mapOf(doc, "signals").keys()].flatMap((key) => readPart.signal(key) ?? []),
    dismissed: readDismissed(doc).filter(({ between }) => isPair(between)),
  });
}

interface Sketch extends Elements {
  readonly components: ReadonlyMap<string, Component>;
  readonly connections: ReadonlyMap<string, Connection>;
  readonly positions: Readonly<Record<string, Position>>;
}

function entries<T>(doc: Y.Doc, name: MapName, read: (input: unknown) => T | undefined): readonly T[] {
  return [...mapOf(doc, name).entries()].flatMap(([id, entity]) => {
    const entry = read({ ...fieldsIn(entity), id });
    return entry === undefined ? [] : [entry];
  });
}

function readSketch(doc: Y.Doc): Sketch {
  const positions: Record<string, Position> = {};
  const components = entries(doc, "components", (input) => {
    const { pos, ...fields } = input as Readonly<Record<string, unknown>>;
    const component = readPart.components(fields);
    const position = readPart.position(pos);
    if (component !== undefined && position !== undefined) positions[component.id] = position;
    return component;
  });
  const ids = new Set(components.map(({ id }) => id));
  const connections = entries(doc, "connections", readPart.connections).filter(
    ({ from, to }) => ids.has(from) && ids.has(to),
  );
  const connectionIds = new Set(connections.map(({ id }) => id));
  return {
    components: new Map(components.map((component) => [component.id, component])),
    connections: new Map(connections.map((connection) => [connection.id, connection])),
    positions,
    hasComponent: (id) => ids.has(id),
    hasConnection: (id) => connectionIds.has(id),
  };
}

function readArchitecture(doc: Y.Doc, sketch: Sketch, isPair: (pair: Pair) => boolean): Architecture {
  const objects = entries(doc, "objects", readPart.objects);
  const boundaries = entries(doc, "boundaries", readPart.boundaries);
  const agreements = oneEach(byId(readAgreements(doc, isPair)), ({ id }) => id);
  const facts = readAnswers(doc);
  const has = {
    object: within(objects),
    boundary: within(boundaries),
    component: within([...sketch.components.values()]),
    connection: within([...sketch.connections.values()]),
  };
  const factsOf = (about: Subject) => facts.get(subjectKey(about)) ?? {};
  return {
    format: FORMAT,
    title: readPart.title(mapOf(doc, "meta").get("title")) ?? UNTITLED,
    summary: readPart.summary(mapOf(doc, "meta").get("summary")) ?? "",
    objects,
    boundaries: withoutCircles(boundaries, has.boundary),
    components: [...sketch.components.values()].map((component) => ({
      ...component,
      boundaries: component.boundaries.filter(has.boundary),
      facts: factsOf({ component: component.id }),
    })),
    connections: [...sketch.connections.values()].map((connection) => ({
      ...connection,
      carries: connection.carries !== null && has.object(connection.carries) ? connection.carries : null,
      over: connection.over.filter(has.component),
      facts: factsOf({ connection: connection.id }),
    })),
    agreements: agreements.map((entry) => ({ ...entry, facts: factsOf({ agreement: entry.between }) })),
    history: entries(doc, "history", readPart.history).map((entry) => ({
      ...entry,
      about: entry.about.filter(has.component),
      worked: entry.worked.filter(has.connection),
      failed: entry.failed.filter(has.connection),
    })),
  };
}

function within(list: readonly { readonly id: string }[]): (id: string) => boolean {
  const ids = new Set(list.map(({ id }) => id));
  return (id) => ids.has(id);
}

function readAgreements(doc: Y.Doc, isPair: (pair: Pair) => boolean): readonly Agreement[] {
  return [...mapOf(doc, "agreements").entries()].flatMap(([key, entity]) => {
    const between = pairIn(key);
    if (between === undefined || !isPair(between) || pairKey(...between) !== key) return [];
    const agreement = readPart.agreements({ ...fieldsIn(entity), between });
    return agreement === undefined ? [] : [agreement];
  });
}

/** Two peers can put two boundaries into each other: of such a circle every member loses its place. */
function withoutCircles(
  boundaries: Architecture["boundaries"],
  exists: (id: string) => boolean,
): Architecture["boundaries"] {
  const parents = new Map(boundaries.map(({ id, within: parent }) => [id, parent]));
  const isInCircle = (id: string) => {
    const visited = new Set<string>();
    let at = parents.get(id) ?? null;
    while (at !== null && at !== id && !visited.has(at)) {
      visited.add(at);
      at = parents.get(at) ?? null;
    }
    return at === id;
  };
  return boundaries.map((boundary) =>
    boundary.within !== null && (!exists(boundary.within) || isInCircle(boundary.id))
      ? { ...boundary, within: null }
      : boundary,
  );
}

function readAnswers(doc: Y.Doc): ReadonlyMap<string, Facts> {
  const facts = new Map<string, Record<string, readonly Answer[]>>();
  for (const [key, said] of mapOf(doc, "answers").entries()) {
    const [subject = "", fact = "", ...name] = key.split("#");
    const about = subjectIn(subject);
    if (about === undefined || typeof said !== "object" || said === null) continue;
    const answer = acceptAnswer(
      { about, fact } as Parameters<typeof acceptAnswer>[0],
      {
        ...said,
        by: name.join("#"),
      } as Answer,
    );
    if (answer === undefined) continue;
    const ofSubject = facts.get(subject) ?? {};
    ofSubject[fact] = [...(ofSubject[fact] ?? []), answer];
    facts.set(subject, ofSubject);
  }
  return facts;
}

function readReferred(doc: Y.Doc, isQuestion: (key: string) => boolean): Session["referred"] {
  const questions = [...mapOf(doc, "referred").entries()].filter(([key]) => isQuestion(key));
  return Object.assign(
    {},
    ...questions.map(([key, who]) => readPart.referred({ [key]: who })),
  ) as Session["referred"];
}

function readDismissed(doc: Y.Doc): readonly Dismissal[] {
  return [...mapOf(doc, "dismissed").entries()].flatMap(([key, said]) => {
    if (typeof said !== "object" || said === null) return [];
    const [pair = "", mechanism = null] = key.split("#");
    const dismissal = readPart.dismissed({ ...said, between: pairIn(pair), mechanism });
    return dismissal !== undefined && dismissalKey(dismissal) === key ? [dismissal] : [];
  });
}

function oneEach<T>(list: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  return [...new Map(list.toReversed().map((entry) => [keyOf(entry), entry])).values()].sort((a, b) =>
    compareText(keyOf(a), keyOf(b)),
  );
}
