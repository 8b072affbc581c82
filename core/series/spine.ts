/** The fixed parts of a case in their fixed order. A heading may be reworded; an id is a permanent link. */
export const SPINE = [
  { part: "claim", id: "claim", heading: "The claim" },
  { part: "events", id: "what-happened", heading: "What happened" },
  { part: "architecture", id: "architecture", heading: "The system as designed" },
  { part: "contradiction", id: "contradiction", heading: "The contradiction" },
  { part: "agreement", id: "agreement", heading: "The invariant nobody stated" },
  { part: "absent-layer", id: "absent-layer", heading: "The absent layer" },
  { part: "fixes", id: "proxy-fixes", heading: "Why each fix did not close it" },
  { part: "migration", id: "migration", heading: "Where the contradiction went" },
  { part: "move", id: "structural-move", heading: "The structural move" },
  { part: "falsify", id: "wrong-if", heading: "What would falsify this reading" },
  { part: "check", id: "check", heading: "Ask this of your own system" },
] as const;

export type SpinePart = (typeof SPINE)[number]["part"];
export const SPINE_PARTS = SPINE.map(({ part }) => part);

/** The fixed parts of a pattern. */
export const PATTERN_SPINE = [
  { part: "contradiction", id: "contradiction", heading: "The contradiction it answers" },
  { part: "move", id: "move", heading: "The move" },
  { part: "valid", id: "valid-when", heading: "Valid when" },
  { part: "fails", id: "how-it-fails", heading: "How it fails" },
  { part: "verify", id: "verify", heading: "How to verify it" },
  { part: "code", id: "in-code", heading: "In code" },
] as const;

export interface PartHeading {
  readonly part: string;
  readonly id: string;
  readonly heading: string;
}

/** What is wrong with the parts a text has, as sentences; nothing when every part of the spine is there once, in order. */
export function spineProblems(spine: readonly PartHeading[], parts: readonly string[]): readonly string[] {
  const expected = spine.map(({ part }) => part);
  const unknown = parts
    .filter((name) => !expected.includes(name))
    .map((name) => `there is no part "${name}"`);
  if (unknown.length > 0 || parts.join() === expected.join()) return unknown;
  return [`the parts must be ${expected.join(", ")} in this order, and are ${parts.join(", ")}`];
}
