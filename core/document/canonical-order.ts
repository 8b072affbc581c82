import type { Facts } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { pairKey, pairOf } from "../architecture/subject.ts";
import { byId, compareText } from "../architecture/text-order.ts";
import { inOrder } from "../fit/signals.ts";
import { dismissalKey } from "./command.ts";
import type { Session } from "./session.schema.ts";

/** The same session with every list whose order says nothing sorted: entries by id, pairs by name, answers by person. */
export function inCanonicalOrder(session: Session): Session {
  const { architecture } = session;
  return {
    ...session,
    architecture: {
      ...architecture,
      objects: byId(architecture.objects),
      boundaries: byId(architecture.boundaries),
      components: byId(architecture.components).map(withOrderedFacts),
      connections: byId(architecture.connections).map(withOrderedFacts),
      agreements: byId(architecture.agreements).map((agreement) => ({
        ...withOrderedFacts(agreement),
        between: pairOf(...agreement.between),
      })),
      history: byId(architecture.history),
    },
    seams: byId(session.seams).map((seam) => ({ ...seam, between: pairOf(...seam.between) })),
    skipped: [...new Set(session.skipped)].sort(compareText),
    independent: session.independent
      .map((pair) => pairOf(...pair))
      .sort((a, b) => compareText(pairKey(...a), pairKey(...b))),
    signals: inOrder(session.signals),
    dismissed: session.dismissed
      .map((dismissal) => ({ ...dismissal, between: pairOf(...dismissal.between) }))
      .sort((a, b) => compareText(dismissalKey(a), dismissalKey(b))),
  };
}

function withOrderedFacts<T extends { readonly facts: Facts }>(entry: T): T {
  const facts = Object.entries(entry.facts).map(
    ([name, fact]) => [name, answersOf(fact).toSorted((a, b) => compareText(a.by, b.by))] as const,
  );
  return { ...entry, facts: Object.fromEntries(facts) };
}
