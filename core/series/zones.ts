import type { Zone } from "../architecture/vocabulary.ts";

export interface ZoneText {
  readonly zone: Zone;
  readonly name: string;
  readonly happens: string;
  readonly absentLayer: string;
  readonly question: string;
}

/** The three zones in the words of the series. */
export const ZONE_TEXTS: readonly ZoneText[] = [
  {
    zone: "authorization",
    name: "Authorization",
    happens:
      "A decision is made on a description of an act: a copied request, a parsed header, a name, a cached verdict. The act is carried out from the original. As long as the two say the same, the decision protects something. Nothing makes them say the same.",
    absentLayer: "A binding of the decision to the very object that is acted on.",
    question: "Is the object that is evaluated structurally identical to the object that is executed?",
  },
  {
    zone: "resilience",
    name: "Resilience",
    happens:
      "Each component knows how to come back: it reconnects, retries, fails over, refills its cache. Each of these was tried, one at a time. On the day many of them start in the same minute, the load that keeps the system down is the load of its own repair.",
    absentLayer: "A capacity model for everything recovering at once.",
    question: "What happens when every recovery mechanism fires in the same minute?",
  },
  {
    zone: "coupling",
    name: "Coupling",
    happens:
      "A component, or the repair of one, is right under a condition that holds somewhere else. The condition came with an earlier design, and nobody took it over as theirs. It goes on holding until a change that has nothing to do with it.",
    absentLayer: "The invariant, stated: the condition under which the design is valid.",
    question:
      "What must be true elsewhere for this to be right, and who would notice if it stopped being true?",
  },
];
