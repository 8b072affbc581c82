import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import {
  abouts,
  arbitraryDismissals,
  arbitraryStep,
  arbitrarySteps,
  diagnosed,
  dismissalsFrom,
  read,
  stepFrom,
  withStep,
  type Known,
} from "#tests/support/arbitrary-replies.ts";

const RUNS = { numRuns: 1_000 };

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
          options: { setAside: [], independent: [], marked, signals, dismissed },
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
