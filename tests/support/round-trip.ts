import type { ExportedInvariant } from "#core/interchange/exporter.ts";
import { RUNGS } from "#core/architecture/rung.ts";
import { CONDITIONS } from "#core/architecture/vocabulary.ts";
import { emptySession } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { arbitrarySketch } from "#tests/support/arbitrary-sketch.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import fc from "fast-check";

const asName = (text: string) => text.trim().slice(0, 200).trim() || "Name";

const name = fc.oneof(
  fc.constantFrom("Gate", "Store", "Message Queue", "call", "Trust boundary", "Unnamed", "-->", "a: b # c"),
  fc.constantFrom(...HOSTILE_TEXTS).map(asName),
  fc.string({ unit: "binary", maxLength: 12 }).map(asName),
);

const fromSketch: fc.Arbitrary<Session> = fc
  .tuple(arbitrarySketch({ name }), fc.array(fc.tuple(fc.nat(900), fc.nat(900)), { maxLength: 14 }))
  .map(([architecture, places]) => {
    const positions = Object.fromEntries(
      architecture.components.flatMap(({ id }, i) => (places[i] === undefined ? [] : [[id, places[i]]])),
    );
    const session = parseSession({ ...emptySession(), architecture, positions });
    if (!session.ok) throw new Error(JSON.stringify(session.error));
    return session.value;
  });

/** Sessions as editing makes them, and dense sketches with boundaries in each other. */
export const arbitraryDocument: fc.Arbitrary<Session> = fc.oneof(
  { weight: 1, arbitrary: arbitrarySession },
  { weight: 3, arbitrary: fromSketch },
);

/** Agreements between components of a session, as the exporters are handed them. */
export function arbitraryInvariants({ architecture }: Session): fc.Arbitrary<readonly ExportedInvariant[]> {
  const ids = architecture.components.map(({ id }) => id);
  if (ids.length < 2) return fc.constant([]);
  const one = fc.record({
    between: fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
    sentence: name,
    ladder: fc.record({
      rung: fc.constantFrom(...RUNGS),
      limitedTo: fc.subarray([...CONDITIONS]),
      withoutStatement: fc.boolean(),
    }),
    owner: fc.oneof(fc.constant(""), name),
    mechanism: fc.constantFrom(null, "dual-write" as const),
    title: name,
    zone: fc.constantFrom(null, "authorization" as const, "resilience" as const, "coupling" as const),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    moves: fc.array(name, { maxLength: 2 }),
  });
  return fc.array(one, { maxLength: 4 });
}

/** A session and what was found in it. */
export const arbitraryHandover = arbitraryDocument.chain((session) =>
  fc.record({ session: fc.constant(session), invariants: arbitraryInvariants(session) }),
);
