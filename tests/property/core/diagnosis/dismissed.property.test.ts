import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairOf } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import {
  abouts,
  arbitraryDismissals,
  arbitrarySteps,
  dismissalsFrom,
  nameOf,
  stepFrom,
} from "#tests/support/arbitrary-replies.ts";

const RUNS = { numRuns: 1_000 };

const oddsOf = ({ candidates, dismissed }: Diagnosis) =>
  new Map([...candidates, ...dismissed].map((candidate) => [nameOf(candidate), candidate.logOdds]));

describe("a dismissed candidate", () => {
  test("changes nobody's odds, its own among them", () => {
    fc.assert(
      fc.property(
        arbitraryArchitecture,
        fc.array(abouts.agreement, { maxLength: 2 }),
        arbitraryDismissals,
        (architecture, marks, picks) => {
          const marked = marks.map(({ agreement }) => agreement);
          const before = diagnose(architecture, CATALOGUE, { marked });
          const dismissed = dismissalsFrom(picks, before);
          const after = oddsOf(diagnose(architecture, CATALOGUE, { marked, dismissed }));
          for (const candidate of before.candidates)
            expect(after.get(nameOf(candidate))).toBe(candidate.logOdds);
        },
      ),
      RUNS,
    );
  });

  test("stays away from candidates and questions whatever is answered, and is told as sure as it would be", () => {
    fc.assert(
      fc.property(
        arbitraryArchitecture,
        arbitrarySteps,
        arbitraryDismissals,
        (architecture, steps, picks) => {
          const dismissed = dismissalsFrom(picks, diagnose(architecture, CATALOGUE));
          const isDismissed = ({ between, mechanism }: Parameters<typeof nameOf>[0]) =>
            [mechanism, null].some((which) =>
              dismissed.some(
                (one) => nameOf(one) === nameOf({ between: pairOf(...between), mechanism: which }),
              ),
            );
          let open = openDiagnosis(architecture, CATALOGUE, { dismissed });
          let bare = openDiagnosis(architecture, CATALOGUE);
          for (const drawn of steps) {
            const { diagnosis } = open;
            expect(diagnosis.candidates.some(isDismissed)).toBe(false);
            const asked = [...(diagnosis.next === null ? [] : [diagnosis.next]), ...diagnosis.together];
            expect(asked.flatMap(({ candidates }) => candidates).some(isDismissed)).toBe(false);
            expect(diagnosis.dismissed.every(isDismissed)).toBe(true);
            expect(oddsOf(diagnosis)).toEqual(oddsOf(bare.diagnosis));
            const step = stepFrom(drawn, diagnosis);
            if (step === null) continue;
            open = open.answer(step.address, step.reply);
            bare = bare.answer(step.address, step.reply);
          }
        },
      ),
      RUNS,
    );
  });
});
