import type { MergeDifference } from "#core/document/merge-difference.ts";
import type { Session } from "#core/document/session.schema.ts";
import { howMany } from "../how-many.ts";
import type { FoundMerge } from "./bring-in-work.ts";
import type { Row } from "./rows.ts";

/** Ids of the components that were not there before. */
export function newComponents(there: Session, { components }: MergeDifference): readonly string[] {
  return newAmong(there.architecture.components, components);
}

function newAmong(before: readonly Identified[], now: readonly Identified[]): readonly string[] {
  const known = new Set(before.map(({ id }) => id));
  return now.flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

interface Identified {
  readonly id: string;
}

/** What comes of bringing it in, in one or two sentences. */
export function summary(there: Session, { fits, matched, difference }: FoundMerge): string {
  if (!fits) return "Both together are more than a sketch can hold.";
  const counts = (["components", "connections", "boundaries"] as const).map(
    (list) => newAmong(there.architecture[list], difference[list]).length,
  );
  const answers = newAnswers(there, difference);
  if (answers === 0 && counts.every((count) => count === 0))
    return "Everything in it is here already: nothing changes.";
  const [components = 0, connections = 0, boundaries = 0] = counts;
  const parts = [
    ...some(components, "component"),
    ...some(connections, "connection"),
    ...some(boundaries, "boundary", "boundaries"),
    ...some(answers, "answer"),
  ];
  const { size } = matched.components;
  const known =
    size === 0
      ? ""
      : ` ${howMany(size, "component")} ${size === 1 ? "is" : "are"} here already and ${size === 1 ? "stays" : "stay"} as ${size === 1 ? "it is" : "they are"}.`;
  return `New: ${parts.join(", ")}.${known}`;
}

function some(count: number, one: string, many?: string): readonly string[] {
  return count === 0 ? [] : [howMany(count, one, many)];
}

function newAnswers({ architecture }: Session, difference: MergeDifference): number {
  const lists = ["components", "connections", "agreements"] as const;
  return lists.reduce((sum, list) => {
    const named = new Set(difference[list].map(({ id }) => id));
    const before = (architecture[list] as readonly Answered[]).filter(({ id }) => named.has(id));
    return sum + answersIn(difference[list]) - answersIn(before);
  }, 0);
}

interface Answered extends Identified {
  readonly facts: object;
}

function answersIn(entries: readonly Answered[]): number {
  return entries.reduce((sum, { facts }) => sum + Object.keys(facts).length, 0);
}

const LISTS = {
  component: "components",
  connection: "connections",
  boundary: "boundaries",
  object: "objects",
} as const;

/** Says of each thing in the files whether the open sketch has it, and under another name or kind where that is so. */
export function standings({ architecture }: Session, { matched }: FoundMerge): (row: Row) => string {
  const known = new Map([...architecture.boundaries, ...architecture.components].map((one) => [one.id, one]));
  return ({ note, name, kind }) => {
    const [list, id] = Object.entries(note.about ?? {})[0] ?? [];
    if (list === undefined || !(list in LISTS)) return "";
    const there = matched[LISTS[list as keyof typeof LISTS]].get(String(id));
    if (there === undefined) return "new";
    const one = known.get(there);
    if (one === undefined || list === "connection") return "here already";
    const differs = [
      ...(one.name === name ? [] : [`called “${one.name}”`]),
      ...(one.kind === kind ? [] : [`of kind ${one.kind}`]),
    ];
    return differs.length === 0 ? "here already" : `here already, ${differs.join(" and ")}`;
  };
}
