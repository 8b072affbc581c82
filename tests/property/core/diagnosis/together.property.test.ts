import fc from "fast-check";
import { expect, test } from "vitest";
import { subjectKey, type FactAddress } from "#core/architecture/subject.ts";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { worthAsking } from "#core/diagnosis/open-questions.ts";
import { FOUND } from "#core/diagnosis/thresholds.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import { arbitrarySteps, stepFrom } from "#tests/support/arbitrary-replies.ts";

const keyOf = ({ about, fact }: FactAddress) => `${subjectKey(about)}#${fact}`;

test("what is asked together is about one element, worth asking, and all there is up to three", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, arbitrarySteps, (architecture, steps) => {
      let open = openDiagnosis(architecture, CATALOGUE);
      for (const drawn of steps) {
        const { next, together, candidates } = open.diagnosis;
        const step = stepFrom(drawn, open.diagnosis);
        if (step !== null) open = open.answer(step.address, step.reply);
        if (next === null) {
          expect(together).toEqual([]);
          continue;
        }
        const bar = worthAsking((candidates[0]?.probability ?? 0) >= FOUND);
        const bits = [next, ...together].map(({ information }) => information);
        expect(bits).toEqual(bits.toSorted((a, b) => b - a));
        expect(Math.min(...bits)).toBeGreaterThanOrEqual(bar);
        expect(new Set([next, ...together].map(({ about }) => subjectKey(about))).size).toBe(1);
        expect(new Set([next, ...together].map(keyOf)).size).toBe(together.length + 1);
        expect(together.length).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("with all of it set aside, nothing more is asked about the element unless there were more than three", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, (architecture) => {
      const { diagnosis, answer } = openDiagnosis(architecture, CATALOGUE);
      const { next, together } = diagnosis;
      if (next === null || together.length === 3) return;
      let open = answer(next, "set-aside");
      for (const question of together) open = open.answer(question, "set-aside");
      const after = open.diagnosis.next;
      expect(after === null || subjectKey(after.about) !== subjectKey(next.about)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
