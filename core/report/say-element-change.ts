import type { Architecture } from "../architecture/architecture.schema.ts";
import type { SessionChange } from "../document/compare-sessions.ts";
import type { Session } from "../document/session.schema.ts";
import { subjectName } from "./wording.ts";

type Listed = "object" | "boundary" | "component" | "connection" | "history";

const LISTS = {
  object: "objects",
  boundary: "boundaries",
  component: "components",
  connection: "connections",
  history: "history",
} as const satisfies Record<Listed, keyof Architecture>;

/** What became of the sketch itself: of its title, or of one thing that it lists. */
export function sayElementChange(before: Session, after: Session, change: SessionChange): string {
  const { part, kind } = change;
  if (part === "title")
    return `The title is “${after.architecture.title}” now, instead of “${before.architecture.title}”.`;
  if (part === "summary") return "The summary is otherwise.";
  if (part === "origin") return "It comes from another published case.";
  const listed = part as Listed;
  const name = nameOf((kind === "removed" ? before : after).architecture, listed, change.key);
  if (kind === "removed") return `The ${CALLED[listed]} ${name} was removed.`;
  if (kind === "added") return `The ${CALLED[listed]} ${name} was added.`;
  return change.fields
    .filter((field) => field !== "position")
    .map((field) =>
      sayField(before.architecture, after.architecture, { part: listed, key: change.key, field }),
    )
    .join(" ");
}

const CALLED: Readonly<Record<Listed, string>> = {
  object: "object",
  boundary: "boundary",
  component: "component",
  connection: "connection",
  history: "entry of the history",
};

type Fields = Readonly<Partial<Record<string, unknown>>>;

function entryOf(architecture: Architecture, part: Listed, key: string): Fields {
  const list: readonly { readonly id: string }[] = architecture[LISTS[part]];
  return { ...list.find(({ id }) => id === key) };
}

function nameOf(architecture: Architecture, part: Listed, key: string): string {
  if (part === "connection") return `“${subjectName(architecture, { connection: key })}”`;
  const { name, text, date } = entryOf(architecture, part, key);
  return part === "history" ? `“${String(date)}: ${String(text)}”` : `“${String(name)}”`;
}

interface Field {
  readonly part: Listed;
  readonly key: string;
  readonly field: string;
}

function sayField(before: Architecture, after: Architecture, { part, key, field }: Field): string {
  const name = nameOf(after, part, key);
  const [was, is] = [entryOf(before, part, key)[field], entryOf(after, part, key)[field]];
  switch (field) {
    case "name":
      return `${nameOf(before, part, key)} is called ${name} now.`;
    case "kind":
      return `The ${CALLED[part]} ${name} is of the kind “${String(is)}” now, instead of “${String(was)}”.`;
    case "carries":
      return `The connection ${name} carries ${objectName(after, is)} now, instead of ${objectName(before, was)}.`;
    case "boundaries":
    case "within":
      return `The ${CALLED[part]} ${name} lies in ${boundaryNames(after, is)} now, instead of ${boundaryNames(before, was)}.`;
    case "from":
    case "to":
      return `The connection ${name} has another end now.`;
    default:
      return `The ${CALLED[part]} ${name} has other ${FIELDS[field] ?? "words"} now.`;
  }
}

const FIELDS: Readonly<Partial<Record<string, string>>> = {
  notes: "notes",
  numbers: "numbers",
  over: "things on its way",
  about: "components",
};

function objectName({ objects }: Architecture, id: unknown): string {
  const name = objects.find((entry) => entry.id === id)?.name;
  return name === undefined ? "nothing that is named" : `“${name}”`;
}

function boundaryNames({ boundaries }: Architecture, ids: unknown): string {
  const wanted: readonly unknown[] = Array.isArray(ids) ? ids : [ids];
  const names = boundaries.filter(({ id }) => wanted.includes(id)).map(({ name }) => `“${name}”`);
  return names.length === 0 ? "no boundary" : names.join(" and ");
}
