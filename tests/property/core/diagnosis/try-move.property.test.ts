import fc from "fast-check";
import { expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { sketchGraph } from "#core/architecture/sketch-graph.ts";
import { pairOf } from "#core/architecture/subject.ts";
import { applyEdits } from "#core/diagnosis/edit.ts";
import { tryMove } from "#core/diagnosis/try-move.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import { deepFreeze } from "#tests/support/deep-freeze.ts";

const RUNS = { numRuns: 1_000 };

/** Every move that any mechanism offers anywhere in a sketch. */
function allMoves(architecture: Architecture) {
  const graph = sketchGraph(architecture);
  return CATALOGUE.flatMap((mechanism) =>
    mechanism.propose(graph).flatMap((match) =>
      mechanism.moves.map((move) => ({
        mechanism: mechanism.key,
        match,
        move,
        edits: move.apply(graph, match),
      })),
    ),
  );
}

test("every move anywhere leaves a well-formed sketch, and the original as it was", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, (architecture) => {
      const before = JSON.stringify(architecture);
      for (const { mechanism, move, edits } of allMoves(deepFreeze(architecture))) {
        if (edits === null || edits.length === 0) continue;
        const edited = applyEdits(architecture, edits, "what both must agree on");
        const where = `${mechanism} ${move.key}`;
        expect(parseArchitecture(edited), where).toEqual({ ok: true, value: edited });
        expect(edited, where).not.toEqual(architecture);
      }
      expect(JSON.stringify(architecture)).toBe(before);
    }),
    RUNS,
  );
});

test("trying a move is total, and what it says rose and fell is what the two diagnoses say", () => {
  fc.assert(
    fc.property(arbitraryArchitecture, fc.nat(), (architecture, seed) => {
      const moves = allMoves(deepFreeze(architecture));
      const picked = moves[seed % Math.max(1, moves.length)];
      if (picked === undefined) return;
      const { match, mechanism, move, edits } = picked;
      const between = pairOf(...match.between);
      const tried = tryMove(architecture, CATALOGUE, { between, mechanism }, move.key);
      expect(tried === null).toBe(edits === null || edits.length === 0);
      if (tried === null) return;
      expect(tried.changes.length).toBeGreaterThan(0);
      const rose = tried.migratedTo.every(({ before, after }) => (after ?? 0) > (before ?? 0));
      const fell = tried.settled.every(({ before, after }) => (after ?? 0) < (before ?? 0));
      expect([rose, fell]).toEqual([true, true]);
      expect(tryMove(architecture, CATALOGUE, { between, mechanism }, move.key)).toEqual(tried);
    }),
    RUNS,
  );
});
