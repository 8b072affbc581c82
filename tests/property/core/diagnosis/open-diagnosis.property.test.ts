import fc from "fast-check";
import { expect, test } from "vitest";
import { subjectKey, type FactAddress } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { candidatesIn, openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import {
  abouts,
  aimed,
  arbitraryDismissals,
  arbitraryStep,
  arbitrarySteps,
  diagnosed,
  dismissalsFrom,
  nameOf,
  read,
  stepFrom,
  withStep,
  type Known,
  type Step,
} from "#tests/support/arbitrary-replies.ts";

const RUNS = { numRuns: 1_000 };

const keyOf = ({ about, fact }: FactAddress) => `${subjectKey(about)}#${fact}`;

/** What must not depend on the order of the answers: candidates with their odds, verdict and what is asked next. */
function essenceOf({ candidates, verdict, next, together }: Diagnosis) {
  return {
    verdict,
    asked: [next, ...together].map((question) => (question === null ? null : keyOf(question))),
    odds: candidates.map((candidate) => `${nameOf(candidate)} ${Math.round(candidate.logOdds * 1e9)}`),
  };
}

test("answered step by step or diagnosed anew with all answers in it: the diagnosis is the same", () => {
  fc.assert(
    fc.property(
      arbitraryArchitecture,
      arbitrarySteps,
      fc.array(abouts.agreement, { maxLength: 2 }),
      fc.subarray([...SIGNAL_IDS]),
      arbitraryDismissals,
      (architecture, steps, marks, signals, picks) => {
        const marked = marks.map(({ agreement }) => agreement);
        const dismissed = dismissalsFrom(picks, diagnose(architecture, CATALOGUE, { marked, signals }));
        let known: Known = {
          architecture,
          options: { setAside: [], independent: [], marked, signals, dismissed, asking: "one" },
        };
        let open = openDiagnosis(architecture, CATALOGUE, known.options);
        for (const drawn of steps) {
          const step = stepFrom(drawn, open.diagnosis);
          if (step === null) continue;
          known = withStep(known, step);
          open = open.answer(step.address, step.reply);
          expect(read(open.diagnosis)).toBe(read(diagnosed(known)));
        }
      },
    ),
    RUNS,
  );
});

test("a set of answers given in any order ends with the same diagnosis", () => {
  const ordered = fc
    .array(fc.tuple(arbitraryStep, fc.nat()), { minLength: 2, maxLength: 8 })
    .chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.shuffledSubarray([...drawn.keys()], { minLength: drawn.length })),
    );
  fc.assert(
    fc.property(arbitraryArchitecture, ordered, (architecture, [drawn, order]) => {
      const open = openDiagnosis(architecture, CATALOGUE);
      const said = drawn.map(([step, pick]) => aimed(step, pick, open.diagnosis));
      const isSaidOnce = ({ address }: Step, i: number) =>
        said.findIndex((other) => keyOf(other.address) === keyOf(address)) === i;
      const endOf = (steps: readonly Step[]) =>
        steps.reduce((at, { address, reply }) => at.answer(address, reply), open).diagnosis;
      const once = said.filter(isSaidOnce);
      const shuffled = order.flatMap((i) => said.filter((step, at) => at === i && isSaidOnce(step, at)));
      expect(essenceOf(endOf(shuffled))).toEqual(essenceOf(endOf(once)));
    }),
    RUNS,
  );
});

test("an answer leaves the diagnosis it was given to as it is", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, arbitraryStep, (architecture, { address, reply }) => {
      const open = openDiagnosis(architecture, CATALOGUE);
      open.answer(address, reply).answer(address, "set-aside");
      expect(read(open.diagnosis)).toBe(read(diagnose(architecture, CATALOGUE)));
    }),
    RUNS,
  );
});

test("the candidates without a next question are those of the diagnosis", () => {
  const inWords = (candidates: Diagnosis["candidates"]) =>
    candidates.map((candidate) => `${nameOf(candidate)} ${candidate.logOdds}`);
  fc.assert(
    fc.property(arbitraryArchitecture, fc.subarray([...SIGNAL_IDS]), (architecture, signals) => {
      const { candidates } = diagnose(architecture, CATALOGUE, { signals });
      expect(inWords(candidatesIn(architecture, CATALOGUE, { signals }))).toEqual(inWords(candidates));
    }),
    { numRuns: 300 },
  );
});
