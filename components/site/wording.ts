import type { EpistemicStatus, RelationType } from "#core/series/case.schema.ts";

const STATUSES: Readonly<Record<EpistemicStatus, string>> = {
  seed: "seed",
  hypothesis: "hypothesis",
  "working-model": "working model",
  canonical: "canonical",
};

export function sayStatus(status: EpistemicStatus): string {
  return STATUSES[status];
}

const RELATIONS: Readonly<Record<RelationType, readonly [string, string]>> = {
  "same-invariant": ["the same invariant", "the same invariant"],
  "same-layer": ["the same absent layer", "the same absent layer"],
  "same-move": ["the same move", "the same move"],
  "counter-example": ["a counter-example to", "has a counter-example in"],
  continues: ["continues", "continued by"],
};

/** How a case stands to another one, seen from the one that says it or from the other. */
export function sayRelation(type: RelationType, isBacklink: boolean): string {
  return RELATIONS[type][isBacklink ? 1 : 0];
}

/** A word of the vocabulary as people read it: `stale-decision` is a stale decision. */
export function sayWord(word: string): string {
  return word.replaceAll("-", " ");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day, a month or a year as written in front matter, in words. */
export function sayDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? "" : (MONTHS[Number(month) - 1] ?? "");
  return [day === undefined ? "" : String(Number(day)), name, year].filter((part) => part !== "").join(" ");
}
