/** The fixed parts of a case in their fixed order. A heading may be reworded; an id is a permanent link. */
export const SPINE = [
  { part: "claim", id: "claim", heading: "The claim" },
  { part: "events", id: "what-happened", heading: "What happened" },
  { part: "architecture", id: "architecture", heading: "The architecture as its architects saw it" },
  { part: "agreement", id: "agreement", heading: "The agreement nobody stated" },
  { part: "contradiction", id: "contradiction", heading: "The contradiction" },
  { part: "absent-layer", id: "absent-layer", heading: "The absent layer" },
  { part: "fixes", id: "proxy-fixes", heading: "The proxy fixes" },
  { part: "move", id: "structural-move", heading: "The structural move" },
  { part: "migration", id: "migration", heading: "Where it migrated" },
  { part: "falsify", id: "wrong-if", heading: "What would show this reading wrong" },
  { part: "check", id: "check", heading: "Check your own system" },
] as const;

export type SpinePart = (typeof SPINE)[number]["part"];

export function isSpinePart(name: string): name is SpinePart {
  return SPINE.some(({ part }) => part === name);
}

/** What is wrong with the parts a case has, as sentences; nothing when every part is there once, in order. */
export function spineProblems(parts: readonly string[]): readonly string[] {
  const unknown = parts.filter((name) => !isSpinePart(name)).map((name) => `there is no part "${name}"`);
  const expected = SPINE.map(({ part }) => part);
  if (unknown.length > 0 || parts.join() === expected.join()) return unknown;
  return [`the parts must be ${expected.join(", ")} in this order, and are ${parts.join(", ")}`];
}
