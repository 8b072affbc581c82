import type { Facts } from "../architecture/architecture.schema.ts";
import { pairKey, subjectKey, type Subject } from "../architecture/subject.ts";
import { answersOf } from "../architecture/reading.ts";
import { compareText } from "../architecture/text-order.ts";
import { dismissalKey } from "./command.ts";
import type { Session } from "./session.schema.ts";

export type SessionPart =
  | "title"
  | "summary"
  | "origin"
  | "object"
  | "boundary"
  | "component"
  | "connection"
  | "agreement"
  | "answer"
  | "history"
  | "seam"
  | "signal"
  | "skipped"
  | "referred"
  | "independent"
  | "dismissed"
  /** Something that sessions hold and this comparison has no word for yet. */
  | "other";

export type ChangeKind = "added" | "removed" | "changed";

/** One thing of a session that is there, is gone or is otherwise. */
export interface SessionChange {
  readonly kind: ChangeKind;
  readonly part: SessionPart;
  /** Names the thing within its part: an id, a pair, a question with who answered it. */
  readonly key: string;
  /** What of it is otherwise; empty unless it is there before and after. */
  readonly fields: readonly string[];
}

interface Entry {
  readonly part: SessionPart;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const ORDER: readonly SessionPart[] = [
  "title",
  "summary",
  "origin",
  "boundary",
  "component",
  "object",
  "connection",
  "seam",
  "agreement",
  "answer",
  "history",
  "signal",
  "skipped",
  "referred",
  "independent",
  "dismissed",
  "other",
];

/**
 * What became of one session in another, whatever lies between them. Agreements and seams count by their pair: under which
 * id they are kept is nobody's concern. Two sessions without a change between them say the same.
 */
export function compareSessions(before: Session, after: Session): readonly SessionChange[] {
  const [earlier, later] = [entriesByKey(before), entriesByKey(after)];
  const changes: SessionChange[] = [];
  for (const [at, { part, key, fields }] of later) {
    const known = earlier.get(at);
    if (known === undefined) changes.push({ kind: "added", part, key, fields: [] });
    else {
      const changed = changedFields(known.fields, fields);
      if (changed.length > 0) changes.push({ kind: "changed", part, key, fields: changed });
    }
  }
  for (const [at, { part, key }] of earlier) {
    if (!later.has(at)) changes.push({ kind: "removed", part, key, fields: [] });
  }
  return changes.sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || compareText(a.key, b.key));
}

function changedFields(before: Entry["fields"], after: Entry["fields"]): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .sort(compareText);
}

/** Equal texts for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return JSON.stringify(
    fields.sort(([a], [b]) => compareText(a, b)).map(([key, entry]) => [key, canonical(entry)]),
  );
}

function entriesByKey(session: Session): ReadonlyMap<string, Entry> {
  const entries = [...sketchEntries(session), ...answerEntries(session), ...markEntries(session)];
  return new Map(entries.map((entry) => [`${entry.part} ${entry.key}`, entry]));
}

/** Its id is its key already, and answers are compared one by one. */
const APART: ReadonlySet<string> = new Set(["id", "facts"]);

function entity(part: SessionPart, key: string, fields: object): Entry {
  const said = Object.entries(fields).filter(([field]) => !APART.has(field));
  return { part, key, fields: Object.fromEntries(said) };
}

function sketchEntries({ origin, architecture, positions, seams }: Session): readonly Entry[] {
  const { title, summary, objects, boundaries, components, connections, agreements, history } = architecture;
  return [
    entity("title", "", { title }),
    entity("summary", "", { summary }),
    entity("origin", "", { origin }),
    ...objects.map((entry) => entity("object", entry.id, entry)),
    ...boundaries.map((entry) => entity("boundary", entry.id, entry)),
    ...components.map((entry) => entity("component", entry.id, { ...entry, position: positions[entry.id] })),
    ...connections.map((entry) => entity("connection", entry.id, entry)),
    ...agreements.map(({ about, between }) => entity("agreement", pairKey(...between), { about })),
    ...history.map((entry) => entity("history", entry.id, entry)),
    ...seams.map(({ between, ...said }) => entity("seam", pairKey(...between), said)),
  ];
}

function answerEntries({ architecture }: Session): readonly Entry[] {
  const { components, connections, agreements } = architecture;
  return [
    ...components.flatMap(({ id, facts }) => answersAbout({ component: id }, facts)),
    ...connections.flatMap(({ id, facts }) => answersAbout({ connection: id }, facts)),
    ...agreements.flatMap(({ between, facts }) => answersAbout({ agreement: between }, facts)),
  ];
}

function answersAbout(about: Subject, facts: Facts): readonly Entry[] {
  return Object.entries(facts).flatMap(([fact, answers]) =>
    answersOf(answers).map(({ by, ...said }) => entity("answer", `${subjectKey(about)}#${fact}#${by}`, said)),
  );
}

/** Whatever a session holds beside the sketch: with a name where there is one, and never left out. */
function markEntries(session: Session): readonly Entry[] {
  const { skipped, referred, independent, signals, dismissed } = session;
  return [
    ...skipped.map((key) => entity("skipped", key, {})),
    ...Object.entries(referred).map(([key, to]) => entity("referred", key, { to })),
    ...independent.map((pair) => entity("independent", pairKey(...pair), {})),
    ...signals.map((signal) => entity("signal", signal, {})),
    ...dismissed.map((entry) => entity("dismissed", dismissalKey(entry), entry)),
    ...Object.entries(session)
      .filter(([key]) => !KNOWN.has(key))
      .map(([key, value]) => entity("other", key, { value })),
  ];
}

const KNOWN: ReadonlySet<string> = new Set([
  "format",
  "origin",
  "architecture",
  "positions",
  "seams",
  "skipped",
  "referred",
  "independent",
  "signals",
  "dismissed",
]);
