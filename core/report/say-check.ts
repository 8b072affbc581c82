import type { AgreementCheck } from "../diagnosis/mechanism.ts";

const UNITS = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

/** A duration in the largest unit in which it is a whole number. */
export function sayDuration(seconds: number): string {
  const [size, unit] = UNITS.find(([size]) => seconds >= size && seconds % size === 0) ?? [1, "second"];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Below zero is no tolerance but room that has to be left. */
export function sayTolerance({ amount, unit }: AgreementCheck["tolerance"]): string {
  if (amount < 0) return `${-amount} ${unit} to spare`;
  return amount === 0 ? `no ${unit}` : `${amount} ${unit}`;
}

const RELATIONS = {
  equals: "equals",
  "is-contained-in": "is contained in",
  "is-at-most": "is at most",
  "is-not-before": "is not before",
} as const satisfies Readonly<Record<AgreementCheck["relation"], string>>;

export function sayRelation(relation: AgreementCheck["relation"]): string {
  return RELATIONS[relation];
}

/** A weight in log-odds with its sign; zero has none. */
export function sayWeight(weight: number): string {
  if (weight === 0) return "0";
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`;
}
