import type {
  Agreement,
  Answer,
  Architecture,
  Component,
  Connection,
  Fact,
  Facts,
  SketchObject,
} from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";

/** What is different on an edited copy of a sketch, whole entries with their facts as people's answers. */
export interface SketchChange {
  readonly objects: readonly SketchObject[];
  readonly components: readonly Component[];
  readonly connections: readonly Connection[];
  readonly agreements: readonly Agreement[];
  /** Connections that are gone. */
  readonly removed: readonly string[];
}

type Said = Omit<Answer, "value">;

/**
 * The difference from a sketch to its edited copy. What the copy says of itself was decided with the edit, so it is
 * said by whoever takes the copy over, and takes the place of what was said of the old construction.
 */
export function changeBetween(before: Architecture, after: Architecture, said: Said): SketchChange {
  const kept = new Set(after.connections.map(({ id }) => id));
  return {
    objects: differing(before.objects, after.objects),
    components: withAnswers(before.components, after.components, said),
    connections: withAnswers(before.connections, after.connections, said),
    agreements: withAnswers(before.agreements, after.agreements, said),
    removed: before.connections.map(({ id }) => id).filter((id) => !kept.has(id)),
  };
}

interface Element {
  readonly id: string;
  readonly facts: Facts;
}

function withAnswers<T extends Element>(before: readonly T[], after: readonly T[], said: Said): readonly T[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return differing(before, after).map((entry) => ({
    ...entry,
    facts: answered(known.get(entry.id)?.facts ?? {}, entry.facts, said),
  }));
}

function differing<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const known = new Map(before.map((entry) => [entry.id, JSON.stringify(entry)]));
  return after.filter((entry) => known.get(entry.id) !== JSON.stringify(entry));
}

function answered(before: Facts, after: Facts, said: Said): Facts {
  const entries = Object.entries(after).map(([name, fact]) => {
    const isAsBefore = JSON.stringify(before[name]) === JSON.stringify(fact);
    return [name, isAsBefore ? fact : asAnswers(fact, said)] as const;
  });
  return Object.fromEntries(entries);
}

function asAnswers(fact: Fact | undefined, said: Said): readonly Answer[] {
  const answers = answersOf(fact);
  return answers.length > 0 ? answers : [{ ...said, value: fact as Answer["value"] }];
}
