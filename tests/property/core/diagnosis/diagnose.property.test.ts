import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { disguise } from "#core/evaluation/disguise.ts";
import { seededRandom } from "#core/simulation/random.ts";
import { SIGNAL_IDS, SIGNALS, type Signal } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import {
  arbitraryArchitecture,
  arbitraryHistoryEntry,
  withHistory,
} from "#tests/support/arbitrary-architecture.ts";
import { nameOf } from "#tests/support/arbitrary-replies.ts";
import { incident } from "#tests/support/incidents.ts";

const RUNS = { numRuns: 1_000 };
/** Two sums of the same weights in another order differ by less. */
const TINY = 1e-9;
const { documented } = incident("docker-authz-2024");

/** What the engine believes, without the words: pairs and mechanisms with their odds in nano-units, in a fixed order. */
function beliefsOf(architecture: Architecture, rename = (id: string) => id) {
  return diagnose(architecture, CATALOGUE)
    .candidates.map(
      ({ between, mechanism, logOdds }) =>
        `${between.map(rename).sort().join("~")} ${mechanism ?? ""} ${Math.round(logOdds * 1e9) + 0}`,
    )
    .sort();
}

describe("diagnose", () => {
  test("is total on every well-formed architecture, and every probability is one", () => {
    fc.assert(
      fc.property(arbitraryArchitecture, (architecture) => {
        const { candidates } = diagnose(architecture, CATALOGUE);
        expect(candidates.every(({ probability }) => probability > 0 && probability < 1)).toBe(true);
      }),
      RUNS,
    );
  });

  test("neither ids nor the order of lists play a part", () => {
    fc.assert(
      fc.property(arbitraryArchitecture, fc.nat(), (architecture, seed) => {
        const other = disguise({ architecture, documented }, seededRandom(seed));
        expect(beliefsOf(other.architecture, other.originalId)).toEqual(beliefsOf(architecture));
      }),
      RUNS,
    );
  });

  test("an answer that speaks for a seam never lowers one", () => {
    const speaksFor = {
      stated: "nowhere",
      enforced: "nothing",
      verified: "never",
      overseer: "nobody",
    } as const;
    fc.assert(
      fc.property(arbitraryArchitecture, fc.constantFrom(...Object.keys(speaksFor)), (architecture, fact) => {
        const without = architecture.agreements.map(({ facts, ...rest }) => ({
          ...rest,
          facts: Object.fromEntries(Object.entries(facts).filter(([name]) => name !== fact)),
        }));
        const answered = without.map((a) => ({
          ...a,
          facts: { ...a.facts, [fact]: speaksFor[fact as keyof typeof speaksFor] },
        }));
        const before = diagnose({ ...architecture, agreements: without }, CATALOGUE).candidates;
        const after = diagnose({ ...architecture, agreements: answered }, CATALOGUE).candidates;
        for (const { between, mechanism, logOdds } of before) {
          const same = after.find((c) => c.mechanism === mechanism && c.between.join() === between.join());
          expect(same?.logOdds).toBeGreaterThanOrEqual(logOdds);
        }
      }),
      RUNS,
    );
  });

  test("one more signal for a seam never lowers one, and one more against never raises one", () => {
    const signals = fc.subarray([...SIGNAL_IDS]);
    fc.assert(
      fc.property(
        arbitraryArchitecture,
        signals,
        fc.constantFrom(...SIGNAL_IDS),
        (architecture, given, more) => {
          const oddsWith = (said: readonly Signal[]) =>
            new Map(
              diagnose(architecture, CATALOGUE, { signals: said }).candidates.map(
                ({ between, mechanism, logOdds }) => [`${between.join()} ${mechanism}`, logOdds],
              ),
            );
          const [before, after] = [oddsWith(given), oddsWith([...given, more])];
          expect(after.size).toBe(before.size);
          for (const [place, was] of before) {
            if (SIGNALS[more].speaks === "for") expect(after.get(place)).toBeGreaterThanOrEqual(was);
            else expect(after.get(place)).toBeLessThanOrEqual(was);
          }
        },
      ),
      RUNS,
    );
  });

  test("nothing that happened ever lowers a candidate", () => {
    fc.assert(
      fc.property(arbitraryArchitecture, arbitraryHistoryEntry, (architecture, entry) => {
        const before = diagnose(architecture, CATALOGUE).candidates;
        const after = diagnose(withHistory(architecture, entry), CATALOGUE).candidates;
        const oddsAfter = new Map(after.map((candidate) => [nameOf(candidate), candidate.logOdds]));
        expect(after).toHaveLength(before.length);
        for (const candidate of before)
          expect(oddsAfter.get(nameOf(candidate))).toBeGreaterThanOrEqual(candidate.logOdds - TINY);
      }),
      RUNS,
    );
  });

  test("a component without connections changes nobody else's evidence", () => {
    fc.assert(
      fc.property(arbitraryArchitecture, (architecture) => {
        const stranger = {
          id: "z",
          name: "Z",
          kind: "store",
          boundaries: [],
          notes: "",
          facts: {},
          numbers: {},
        } as const;
        const more = { ...architecture, components: [stranger, ...architecture.components] };
        expect(beliefsOf(more)).toEqual(beliefsOf(architecture));
      }),
      RUNS,
    );
  });
});
