import type { Architecture, Facts } from "../architecture/architecture.schema.ts";
import {
  addressOf,
  addressOfKey,
  pairKey,
  pairOf,
  type FactAddress,
  type Subject,
} from "../architecture/subject.ts";
import type { Diagnosis } from "./diagnosis.ts";
import type { Mechanism } from "./mechanism.ts";
import { openDiagnosis, type OpenDiagnosis } from "./open-diagnosis.ts";
import type { DiagnoseOptions, Reply } from "./said.ts";

interface Element {
  readonly facts: Facts;
}
type Step = readonly [FactAddress, Reply];

interface Followed {
  readonly architecture: Architecture;
  readonly options: DiagnoseOptions;
  readonly open: OpenDiagnosis;
}

/**
 * Diagnoses a sketch that is being worked on, again and again. Where only more was said since the last time, the open
 * diagnosis goes on from there; whatever else changed, it is opened anew. What did not change must have kept its identity.
 */
export function followDiagnosis(
  catalogue: readonly Mechanism[],
): (architecture: Architecture, options: DiagnoseOptions) => Diagnosis {
  let last: Followed | null = null;
  return (architecture, options) => {
    const steps = last === null ? null : stepsBetween(last, architecture, options);
    const open =
      last === null || steps === null
        ? openDiagnosis(architecture, catalogue, options)
        : steps.reduce((before, [address, reply]) => before.answer(address, reply), last.open);
    last = { architecture, options, open };
    return open.diagnosis;
  };
}

/** What was said between the two; null where anything else changed. */
function stepsBetween(
  { architecture: before, options: optionsBefore }: Followed,
  after: Architecture,
  options: DiagnoseOptions,
): readonly Step[] | null {
  const said = repliesBetween(optionsBefore, options);
  const isSameDrawing =
    before.objects === after.objects &&
    before.boundaries === after.boundaries &&
    before.history === after.history &&
    areSameBut(before.components, after.components) &&
    areSameBut(before.connections, after.connections);
  if (said === null || !isSameDrawing) return null;
  return [
    ...answers(before.components, after.components, ({ id }) => ({ component: id })),
    ...answers(before.connections, after.connections, ({ id }) => ({ connection: id })),
    ...agreementAnswers(before.agreements, after.agreements),
    ...said,
  ];
}

/** Whether two lists hold the same elements in the same order, whatever their facts. */
function areSameBut(before: readonly Element[], after: readonly Element[]): boolean {
  return (
    before === after ||
    (before.length === after.length && before.every((element, i) => isSameBut(element, after[i], "facts")))
  );
}

function isSameBut(before: object, after: object | undefined, ...except: readonly string[]): boolean {
  if (before === after || after === undefined) return before === after;
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].every(
    (key) => except.includes(key) || Object.is(old.get(key), now.get(key)),
  );
}

function answers<E extends Element>(
  before: readonly E[],
  after: readonly E[],
  aboutOf: (element: E) => Subject,
): readonly Step[] {
  if (before === after) return [];
  return after.flatMap((element, i) => factSteps(aboutOf(element), before[i]?.facts ?? {}, element.facts));
}

function agreementAnswers(
  before: Architecture["agreements"],
  after: Architecture["agreements"],
): readonly Step[] {
  if (before === after) return [];
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [pairKey(...one.between), one])));
  const pairs = new Map([...(old ?? []), ...(now ?? [])]);
  return [...pairs].flatMap(([key, { between }]) =>
    factSteps({ agreement: pairOf(...between) }, old?.get(key)?.facts ?? {}, now?.get(key)?.facts ?? {}),
  );
}

function factSteps(about: Subject, before: Facts, after: Facts): readonly Step[] {
  if (before === after) return [];
  return Object.keys({ ...before, ...after })
    .filter((fact) => !Object.is(before[fact], after[fact]))
    .map((fact): Step => [addressOf(about, fact), { value: after[fact] }]);
}

/** What was set aside or ruled out since; null where something of that was taken back, or any other option changed. */
function repliesBetween(before: DiagnoseOptions, after: DiagnoseOptions): readonly Step[] | null {
  if (before === after) return [];
  if (!isSameBut(before, after, "setAside", "independent")) return null;
  const setAside = added(before.setAside ?? [], after.setAside ?? [], (key) => key);
  const independent = added(before.independent ?? [], after.independent ?? [], (pair) => pairKey(...pair));
  if (setAside === null || independent === null) return null;
  return [
    ...setAside.map((key): Step => [addressOfKey(key), "set-aside"]),
    ...independent.map((agreement): Step => [addressOf({ agreement }, "stated"), "independent"]),
  ];
}

function added<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] | null {
  const now = new Set(after.map(keyOf));
  if (before.some((item) => !now.has(keyOf(item)))) return null;
  const old = new Set(before.map(keyOf));
  return after.filter((item) => !old.has(keyOf(item)));
}
