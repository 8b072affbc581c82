import type { FactValue } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { invariant } from "../invariant.ts";
import { pairKey, subjectKey, type Subject } from "../architecture/subject.ts";
import type { Match, Sign } from "./mechanism.ts";

export function component(id: string): Subject {
  return { component: id };
}

export function connection({ id }: { readonly id: string }): Subject {
  return { connection: id };
}

/** What the first connection that plays a part carries, as people call it. */
export function objectOf(graph: SketchGraph, { parts }: Match, part: string, otherwise: string): string {
  const [first] = parts[part] ?? [];
  return (
    (first !== undefined && "connection" in first ? graph.objectName(first.connection) : undefined) ??
    otherwise
  );
}

/** The ids of the elements that play a part. */
export function idsIn({ parts }: Match, part: string): readonly string[] {
  return (parts[part] ?? []).flatMap((subject) => {
    if ("component" in subject) return [subject.component];
    return "connection" in subject ? [subject.connection] : [];
  });
}

/** Whether an answer that lists ids names one that plays the part. */
export function namesOneOf(value: FactValue, match: Match, part: string): boolean {
  return Array.isArray(value) && idsIn(match, part).some((id) => value.includes(id));
}

/** The sign, when it shows. */
export function signIf(
  shows: boolean,
  sign: string,
  weight: number,
  because: string,
  elements: readonly Subject[],
): readonly Sign[] {
  return shows ? [{ sign, weight, because, elements }] : [];
}

/**
 * One match for each pair: where a pattern matches the same pair in several ways, every part is played by all that
 * play it in one of them, and of equal signs the heaviest counts, once.
 */
export function onePerPair(matches: readonly Match[]): readonly Match[] {
  const byPair = Map.groupBy(matches, ({ between }) => pairKey(...between)).values();
  return [...byPair].map(([first, ...others]) => {
    invariant(first !== undefined, "a group has a first");
    return others.length === 0 ? first : merged([first, ...others], first.between);
  });
}

function merged(same: readonly Match[], between: Match["between"]): Match {
  const parts: Record<string, readonly Subject[]> = {};
  const byPart = Map.groupBy(
    same.flatMap((match) => Object.entries(match.parts)),
    ([part]) => part,
  );
  for (const [part, players] of byPart) parts[part] = distinct(players.flatMap(([, played]) => played));
  const bySign = Map.groupBy(
    same.flatMap(({ signs }) => signs),
    ({ sign }) => sign,
  );
  const signs = [...bySign.values()].map((alike): Sign => {
    const heaviest = alike.reduce((most, sign) => (sign.weight > most.weight ? sign : most));
    return { ...heaviest, elements: distinct(alike.flatMap(({ elements }) => elements)) };
  });
  return { between, parts, signs };
}

function distinct(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}
