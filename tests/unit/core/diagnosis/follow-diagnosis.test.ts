import { expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { diagnose, type DiagnoseOptions } from "#core/diagnosis/diagnose.ts";
import { followDiagnosis } from "#core/diagnosis/follow-diagnosis.ts";
import type { Mechanism } from "#core/diagnosis/mechanism.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { withSameStructure } from "#live/same-structure.ts";
import { read } from "#tests/support/arbitrary-replies.ts";
import { incident } from "#tests/support/incidents.ts";

const documented = incident("docker-authz-2024").architecture;
const sketch = sketchOf(documented);

/** The catalogue, counting how often the drawing as a whole was looked at. */
function counted(): { readonly catalogue: readonly Mechanism[]; readonly looks: () => number } {
  const [first, ...others] = CATALOGUE;
  let looks = 0;
  if (first === undefined) throw new Error("There is no mechanism.");
  const watched: Mechanism = {
    ...first,
    propose: (graph) => {
      looks += 1;
      return first.propose(graph);
    },
  };
  return { catalogue: [watched, ...others], looks: () => looks };
}

interface Work {
  readonly architecture: Architecture;
  readonly options: DiagnoseOptions;
}

/** Diagnoses each state after the one before; true for each whose drawing did not have to be looked at again. */
function followed(...states: readonly Work[]): readonly boolean[] {
  const { catalogue, looks } = counted();
  const follow = followDiagnosis(catalogue);
  let before: Work | undefined;
  return states.map((state) => {
    const now: Work = before === undefined ? state : withSameStructure(before, state);
    before = now;
    const lookedBefore = looks();
    const diagnosis = follow(now.architecture, now.options);
    const isFollowed = looks() === lookedBefore;
    expect(read(diagnosis)).toBe(read(diagnose(now.architecture, catalogue, now.options)));
    return isFollowed;
  });
}

const bare: Work = { architecture: sketch, options: {} };
const pair = ["daemon", "plugin"] as const;
const changed = (part: Partial<Architecture>): Work => ({
  architecture: { ...sketch, ...part },
  options: {},
});
const said = (options: DiagnoseOptions): Work => ({ architecture: sketch, options });

test("answers are followed: about components, connections and agreements, given and taken back", () => {
  const answered = [
    changed({ components: documented.components.map((one) => ({ ...one, numbers: {} })) }),
    changed({ connections: documented.connections.map((one) => ({ ...one, numbers: {} })) }),
    changed({ agreements: documented.agreements }),
    changed({ agreements: documented.agreements.map((one) => ({ ...one, facts: {} })) }),
  ];
  for (const state of answered) expect(followed(bare, state, bare, bare)).toEqual([false, true, true, true]);
});

test("what is set aside and ruled out is followed as it is said, and looked at anew when it is taken back", () => {
  const key = "agreement:daemon~plugin#stated";
  expect(followed(bare, said({ setAside: [key] }), said({}))).toEqual([false, true, false]);
  expect(followed(bare, said({ independent: [pair] }), bare)).toEqual([false, true, false]);
  const both = said({ setAside: [key, "component:daemon#scale"], independent: [pair, ["audit", "daemon"]] });
  expect(followed(said({ setAside: [key], independent: [pair] }), both)).toEqual([false, true]);
});

test("anything else that changes is looked at anew", () => {
  const [first, ...others] = sketch.components;
  const [line, ...lines] = sketch.connections;
  if (first === undefined || line === undefined) throw new Error("The sketch is empty.");
  const entry = { id: "h", date: "2024", kind: "incident", text: "x", covered: "", leftOpen: "" } as const;
  const drawnOtherwise = [
    changed({ components: [{ ...first, name: "Another name" }, ...others] }),
    changed({ components: [{ ...first, kind: "external" }, ...others] }),
    changed({ components: others, connections: [], agreements: [] }),
    changed({ connections: [{ ...line, kind: "observe" }, ...lines] }),
    changed({ connections: lines }),
    changed({ objects: sketch.objects.map((one) => ({ ...one, name: `${one.name}s` })) }),
    changed({ boundaries: [], components: sketch.components.map((one) => ({ ...one, boundaries: [] })) }),
    changed({ history: [{ ...entry, about: [first.id], worked: [], failed: [] }] }),
    said({ marked: [pair] }),
    said({ signals: SIGNAL_IDS.slice(0, 1) }),
    said({ dismissed: [{ between: pair, mechanism: null }] }),
  ];
  for (const state of drawnOtherwise) expect(followed(bare, state)).toEqual([false, false]);
});
