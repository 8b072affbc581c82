import type { EvidenceRule } from "./mechanism.ts";
import { AGREEMENT } from "./mechanism.ts";
import { DECISIVE, MODERATE, NOBODY_KNOWS, SLIGHT, STRONG } from "./weights.ts";

/**
 * How the facts of the agreement itself weigh. They are the same for every mechanism: whatever the way in which it
 * would fail, an agreement that is written, held by construction and watched from both sides is not an unstated one.
 */
export const AGREEMENT_EVIDENCE: readonly EvidenceRule[] = [
  {
    on: AGREEMENT,
    fact: "sameObject",
    answers: {
      identical: [-STRONG, "both sides work on the very same thing, so there is nothing to drift apart"],
      derived: [
        SLIGHT,
        "one side works on something made from what the other holds, and the making can lose something",
      ],
      independent: [MODERATE, "each side has its own, and nothing but the agreement keeps the two alike"],
      unknown: [NOBODY_KNOWS, "nobody can say whether both sides mean the same thing"],
    },
  },
  {
    on: AGREEMENT,
    fact: "stated",
    answers: {
      nowhere: [STRONG, "the agreement is written down nowhere"],
      docs: [SLIGHT, "the agreement stands in a document, which no running system reads"],
      contract: [-MODERATE, "the agreement is part of a contract between the two sides"],
      code: [SLIGHT, "the agreement is implied by code on one side, where the other side does not read it"],
      unknown: [NOBODY_KNOWS, "nobody can say where the agreement is written"],
    },
  },
  {
    on: AGREEMENT,
    fact: "enforced",
    answers: {
      nothing: [STRONG, "nothing enforces the agreement"],
      convention: [MODERATE, "the agreement holds by convention, as long as everybody remembers it"],
      "runtime-check": [-STRONG, "a check at run time refuses what breaks the agreement"],
      "by-construction": [-DECISIVE, "the construction leaves no way to break the agreement"],
      unknown: [NOBODY_KNOWS, "nobody can say what enforces the agreement"],
    },
  },
  {
    on: AGREEMENT,
    fact: "verified",
    answers: {
      never: [STRONG, "it was never verified that the agreement holds"],
      "at-design": [SLIGHT, "the agreement was verified once, on paper"],
      "in-tests": [-MODERATE, "tests verify the agreement"],
      continuously: [-DECISIVE, "the agreement is verified continuously where it matters"],
      unknown: [NOBODY_KNOWS, "nobody can say whether the agreement was ever verified"],
    },
  },
  {
    on: AGREEMENT,
    fact: "limitedTo",
    answers: {
      unlimited: [-MODERATE, "it was shown without limits"],
      limited: [MODERATE, "it was shown only under conditions that do not always hold"],
      unknown: [NOBODY_KNOWS, "nobody can say under which conditions it was shown"],
    },
    classify: (value) => (Array.isArray(value) && value.length === 0 ? "unlimited" : "limited"),
    imagine: () => ({ unlimited: [], limited: ["steady-state"] }),
  },
  {
    on: AGREEMENT,
    fact: "overseer",
    answers: {
      nobody: [MODERATE, "nobody would notice if it stopped holding"],
      "one-side": [-SLIGHT, "one side would notice if it stopped holding"],
      "both-sides": [-MODERATE, "both sides would notice if it stopped holding"],
      "third-party": [-SLIGHT, "somebody else would notice if it stopped holding"],
      unknown: [NOBODY_KNOWS, "nobody can say who would notice if it stopped holding"],
    },
  },
];
