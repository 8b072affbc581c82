import fc from "fast-check";
import { expect, test } from "vitest";
import { pairOf, subjectKey, type FactAddress } from "#core/architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactShape,
} from "#core/architecture/vocabulary.ts";
import { LIKELY } from "#core/diagnosis/thresholds.ts";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture, arbitraryValue } from "#tests/support/arbitrary-architecture.ts";

const RUNS = { numRuns: 1_000 };
const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
const between = fc.tuple(id, id).filter(([a, b]) => a !== b);
const arbitrarySaid = fc.record({
  signals: fc.subarray([...SIGNAL_IDS]),
  independent: fc.array(between, { maxLength: 3 }),
});

const keyOf = ({ about, fact }: FactAddress) => `${subjectKey(about)}#${fact}`;

test("each answer that is said to change the verdict does so, also to a question that was set aside", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, arbitrarySaid, (architecture, said) => {
      const first = openDiagnosis(architecture, CATALOGUE, said).diagnosis;
      const setAside = first.wouldChange.slice(0, 1).map(({ question }) => keyOf(question));
      const open = openDiagnosis(architecture, CATALOGUE, { ...said, setAside });
      const { wouldChange, verdict, candidates } = open.diagnosis;
      expect(wouldChange.length).toBeLessThanOrEqual(3);
      expect(new Set(wouldChange.map(({ question }) => keyOf(question))).size).toBe(wouldChange.length);
      expect(wouldChange.map(({ isSetAside }) => isSetAside)).toEqual(
        wouldChange.map(({ question }) => setAside.includes(keyOf(question))),
      );
      if (verdict === "seams-found") expect(wouldChange).toEqual([]);
      expect(candidates.length === 0 && wouldChange.length > 0).toBe(false);
      for (const { between: pair, mechanism, answers, probability, question } of wouldChange) {
        const after = answers.map(({ value }) => {
          const { diagnosis } = open.answer(question, { value });
          expect(diagnosis.verdict).toBe("seams-found");
          return diagnosis.candidates.find(
            (c) => c.mechanism === mechanism && c.between.join() === pair.join(),
          )?.probability;
        });
        expect(after[0]).toBe(probability);
        expect(after.every((one) => (one ?? 0) >= LIKELY)).toBe(true);
      }
    }),
    RUNS,
  );
});

/** Questions that presuppose another answer are not open by themselves. */
const askedAlone = (shapes: Readonly<Record<string, FactShape>>) =>
  Object.entries(shapes).filter(([fact]) => fact !== "pacing");

test("where no answer is said to change the verdict, none does", () => {
  const abouts = [
    { facts: askedAlone(COMPONENT_FACTS), about: id.map((component) => ({ component })) },
    { facts: askedAlone(CONNECTION_FACTS), about: fc.nat({ max: 27 }).map((i) => ({ connection: `c${i}` })) },
    { facts: askedAlone(AGREEMENT_FACTS), about: between.map(([a, b]) => ({ agreement: pairOf(a, b) })) },
  ];
  const answer = fc.constantFrom(...abouts).chain(({ facts, about }) =>
    fc.constantFrom(...facts).chain(([fact, shape]) =>
      fc.record({
        address: about.map((subject) => ({ about: subject, fact }) as FactAddress),
        value: arbitraryValue(shape),
      }),
    ),
  );
  fc.assert(
    fc.property(
      arbitraryArchitecture,
      arbitrarySaid,
      fc.array(answer, { minLength: 5, maxLength: 10 }),
      (architecture, said, answers) => {
        const open = openDiagnosis(architecture, CATALOGUE, said);
        const { verdict, wouldChange } = open.diagnosis;
        fc.pre(verdict !== "seams-found" && wouldChange.length === 0);
        const known = new Map([
          ...architecture.components.map((c) => [`component:${c.id}`, c.facts] as const),
          ...architecture.connections.map((c) => [`connection:${c.id}`, c.facts] as const),
          ...architecture.agreements.map((c) => [subjectKey({ agreement: c.between }), c.facts] as const),
        ]);
        for (const { address, value } of answers) {
          if (known.get(subjectKey(address.about))?.[address.fact] !== undefined) continue;
          expect(open.answer(address, { value }).diagnosis.verdict).not.toBe("seams-found");
        }
      },
    ),
    RUNS,
  );
});
