import fc from "fast-check";
import type { Architecture, Fact, Facts } from "#core/architecture/architecture.schema.ts";
import { pairKey, pairOf, subjectKey, type FactAddress } from "#core/architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactShape,
} from "#core/architecture/vocabulary.ts";
import { diagnose, type DiagnoseOptions } from "#core/diagnosis/diagnose.ts";
import type { Candidate, Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Reply } from "#core/diagnosis/said.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryValue } from "./arbitrary-architecture.ts";

export interface Step {
  readonly address: FactAddress;
  readonly reply: Reply;
}

const component = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
export const abouts = {
  component: component.map((id) => ({ component: id })),
  connection: fc.nat({ max: 27 }).map((i) => ({ connection: `c${i}` })),
  agreement: fc
    .tuple(component, component)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ agreement: pairOf(a, b) })),
};

const shapesByKind: Readonly<Record<keyof typeof abouts, Readonly<Record<string, FactShape>>>> = {
  component: COMPONENT_FACTS,
  connection: CONNECTION_FACTS,
  agreement: AGREEMENT_FACTS,
};
const facts = Object.entries(shapesByKind).flatMap(([kind, shapes]) =>
  Object.entries(shapes).map(([fact, shape]) => ({ kind: kind as keyof typeof abouts, fact, shape })),
);

/** Something said about anything: answered, answered by two who disagree, guessed by one or two, taken back, set aside or ruled out. */
export const arbitraryStep: fc.Arbitrary<Step> = fc.constantFrom(...facts).chain(({ kind, fact, shape }) => {
  const value = arbitraryValue(shape);
  const answered = (said: unknown, by: string) => ({ value: said, by, at: "2026-01-01T00:00:00Z" });
  const disputed = fc.tuple(value, value).map(([x, y]) => [answered(x, "one"), answered(y, "other")] as Fact);
  const guess = (said: unknown, by: string) => ({ ...answered(said, by), guessed: true });
  const guessed = fc
    .tuple(value, value, fc.boolean())
    .map(([x, y, isAlone]) => (isAlone ? [guess(x, "file")] : [guess(x, "file"), guess(y, "one")]) as Fact);
  return fc.record({
    address: abouts[kind].map((about) => ({ about, fact }) as FactAddress),
    reply: fc.oneof(
      { weight: 6, arbitrary: value.map((said) => ({ value: said })) },
      { weight: 1, arbitrary: disputed.map((said) => ({ value: said })) },
      { weight: 2, arbitrary: guessed.map((said) => ({ value: said })) },
      fc.constant({ value: undefined }),
      fc.constant("set-aside" as const),
      fc.constant("independent" as const),
    ),
  });
});

/** A step into what was open anyway, so that a session leads somewhere. */
export const arbitrarySteps = fc.array(fc.oneof(arbitraryStep, fc.nat()), { minLength: 1, maxLength: 8 });

export function stepFrom(step: Step | number, { next }: Diagnosis): Step | null {
  if (typeof step !== "number") return step;
  const answer = next?.answers[step % (next.answers.length || 1)];
  if (next === null || answer === undefined) return null;
  return {
    address: next,
    reply: { value: next.multiple && answer.value !== "unknown" ? [String(answer.value)] : answer.value },
  };
}

export interface Known {
  readonly architecture: Architecture;
  readonly options: Required<Omit<DiagnoseOptions, "choose" | "asking">> & Pick<DiagnoseOptions, "asking">;
}

export function withStep({ architecture, options }: Known, { address: { about, fact }, reply }: Step): Known {
  if (reply === "set-aside")
    return {
      architecture,
      options: { ...options, setAside: [...options.setAside, `${subjectKey(about)}#${fact}`] },
    };
  if (reply === "independent") {
    const more = "agreement" in about ? [about.agreement] : [];
    return { architecture, options: { ...options, independent: [...options.independent, ...more] } };
  }
  const set = <T extends { readonly facts: Facts }>(element: T) => ({
    ...element,
    facts: { ...element.facts, [fact]: reply.value },
  });
  const { components, connections, agreements } = architecture;
  if ("component" in about) {
    const all = components.map((c) => (c.id === about.component ? set(c) : c));
    return { architecture: { ...architecture, components: all }, options };
  }
  if ("connection" in about) {
    const all = connections.map((c) => (c.id === about.connection ? set(c) : c));
    return { architecture: { ...architecture, connections: all }, options };
  }
  const isMeant = ({ between }: Architecture["agreements"][number]) =>
    pairKey(...between) === pairKey(...about.agreement);
  const all = agreements.some(isMeant)
    ? agreements.map((a) => (isMeant(a) ? set(a) : a))
    : [...agreements, set({ id: "new", between: about.agreement, about: "x", facts: {} })];
  return { architecture: { ...architecture, agreements: all }, options };
}

/** The same said about an element of one of the first candidates, so that several answers bear on one place. */
export function aimed(step: Step, pick: number, { candidates }: Diagnosis): Step {
  const candidate = candidates[pick % Math.min(3, candidates.length || 1)];
  if (candidate === undefined) return step;
  const [kind] = Object.keys(step.address.about);
  const alike = [{ agreement: candidate.between }, ...candidate.elements].filter(
    (about) => Object.keys(about)[0] === kind,
  );
  const about = alike[pick % (alike.length || 1)] ?? step.address.about;
  return { ...step, address: { about, fact: step.address.fact } as FactAddress };
}

/** Picks some of what is suspected, each alone or with everything else of its pair. */
export const arbitraryDismissals = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 });

export function dismissalsFrom(
  picks: readonly (readonly [number, boolean])[],
  { candidates }: Pick<Diagnosis, "candidates">,
): NonNullable<DiagnoseOptions["dismissed"]> {
  return picks.flatMap(([pick, wholePair]) => {
    const candidate = candidates[pick % (candidates.length || 1)];
    if (candidate === undefined) return [];
    return { between: candidate.between, mechanism: wholePair ? null : candidate.mechanism };
  });
}

/** One spelling for a candidate. */
export function nameOf({ between, mechanism }: Pick<Candidate, "between" | "mechanism">): string {
  return `${pairKey(...between)} ${mechanism ?? ""}`;
}

/** Everything that a reader could look at, read. */
export const read = (diagnosis: Diagnosis) => JSON.stringify(diagnosis);

/** The diagnosis of everything that is known, made in one go. */
export const diagnosed = ({ architecture, options }: Known) => diagnose(architecture, CATALOGUE, options);
