import { diagnose } from "#core/diagnosis/diagnose.ts";
import { LIKELY } from "#core/diagnosis/thresholds.ts";
import { pairKey } from "#core/architecture/subject.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { findingsOf } from "#core/report/findings.ts";
import { walkOf } from "#core/report/finding-walk.ts";
import { ledgerOf } from "#core/report/ledger.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("the ledger holds each seam once, every likely one and every one that people keep and nobody dismissed", () => {
  fc.assert(
    fc.property(arbitrarySession, (session) => {
      const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
      const ledger = ledgerOf(session, diagnosis);
      const pairs = ledger.map(({ pair }) => pair);
      expect(new Set(pairs).size).toBe(pairs.length);
      const kept = new Set(session.seams.map(({ between }) => pairKey(...between)));
      const due = diagnosis.candidates
        .filter(({ between, probability }) => probability >= LIKELY || kept.has(pairKey(...between)))
        .map(({ between }) => pairKey(...between));
      expect(new Set(pairs)).toEqual(new Set(due));
      const { seams, kept: others } = findingsOf(session, diagnosis);
      expect(new Set([...seams, ...others].map(({ pair }) => pair))).toEqual(new Set(pairs));
    }),
  );
});

test("every seam of every session can be walked, over elements that exist, and each step says where it comes from", () => {
  fc.assert(
    fc.property(arbitrarySession, (session) => {
      const { architecture } = session;
      const components = new Set(architecture.components.map(({ id }) => id));
      const connections = new Set(architecture.connections.map(({ id }) => id));
      const diagnosis = diagnose(architecture, CATALOGUE, diagnoseOptionsOf(session));
      for (const entry of ledgerOf(session, diagnosis)) {
        const steps = walkOf(architecture, entry);
        expect(steps.length).toBeGreaterThanOrEqual(3);
        for (const step of steps) {
          expect(step.components.length).toBeGreaterThan(0);
          expect(step.components.every((id) => components.has(id))).toBe(true);
          expect(step.connections.every((id) => connections.has(id))).toBe(true);
          expect(step.text).not.toBe("");
          expect(step.source).not.toBe("");
        }
      }
    }),
  );
});
