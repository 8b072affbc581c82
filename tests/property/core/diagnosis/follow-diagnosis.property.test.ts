import fc from "fast-check";
import { expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { diagnose, type DiagnoseOptions } from "#core/diagnosis/diagnose.ts";
import { followDiagnosis } from "#core/diagnosis/follow-diagnosis.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import { withSameStructure } from "#live/same-structure.ts";

interface Sketch {
  readonly architecture: Architecture;
  readonly options: DiagnoseOptions;
}

type Change = (from: Sketch, other: Sketch, i: number) => Sketch;

const changed = (from: Sketch, part: Partial<Architecture>): Sketch => ({
  ...from,
  architecture: { ...from.architecture, ...part },
});

/** Facts as another sketch has them, at one element or at all; what is drawn otherwise; what is said beside the facts. */
const CHANGES: readonly Change[] = [
  (from, other, i) => {
    const components = from.architecture.components.map((component, at) => ({
      ...component,
      facts: (at === i ? other : from).architecture.components[at]?.facts ?? {},
    }));
    return changed(from, { components });
  },
  (from, other) => {
    const connections = from.architecture.connections.map((connection, at) => ({
      ...connection,
      facts: other.architecture.connections[at]?.facts ?? {},
    }));
    return changed(from, { connections });
  },
  (from, other) => changed(from, { agreements: other.architecture.agreements }),
  (from, _, i) =>
    changed(from, {
      components: from.architecture.components.map((c, at) => ({
        ...c,
        name: at === i ? `New ${c.name}` : c.name,
      })),
    }),
  (from, _, i) => changed(from, { connections: from.architecture.connections.filter((_, at) => at !== i) }),
  (from, other) => changed(from, { connections: other.architecture.connections }),
  (from, _, i) => ({
    ...from,
    options: {
      ...from.options,
      setAside: [...(from.options.setAside ?? []), `component:${"abcdefg"[i % 7]}#scale`],
    },
  }),
  (from) => ({ ...from, options: { ...from.options, setAside: [] } }),
  (from, _, i) => ({
    ...from,
    options: {
      ...from.options,
      independent:
        i % 2 === 0
          ? [["a", "b"]]
          : [
              ["a", "b"],
              ["c", "d"],
            ],
    },
  }),
  (from, _, i) => ({ ...from, options: { ...from.options, marked: i % 2 === 0 ? [] : [["f", "g"]] } }),
];

test("followed change by change or diagnosed anew: the diagnosis is the same", () => {
  fc.assert(
    fc.property(
      arbitraryArchitecture,
      arbitraryArchitecture,
      fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.nat({ max: 7 })), { minLength: 1, maxLength: 3 }),
      (architecture, other, changes) => {
        const follow = followDiagnosis(CATALOGUE);
        let now: Sketch = { architecture, options: {} };
        follow(now.architecture, now.options);
        for (const [change, i] of changes) {
          now = withSameStructure(now, change(now, { architecture: other, options: {} }, i));
          expect(JSON.stringify(follow(now.architecture, now.options))).toBe(
            JSON.stringify(diagnose(now.architecture, CATALOGUE, now.options)),
          );
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
