import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { pairKey } from "#core/architecture/subject.ts";
import { matchSketch } from "#core/document/match-sketch.ts";
import { differenceOf, withDifference } from "#core/document/merge-difference.ts";
import { mergeSketch } from "#core/document/merge-sketch.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { createSessionStore } from "#live/session-store.ts";
import { loadSession } from "#live/write-session.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { arbitraryImport } from "#tests/support/imported-sketches.ts";

const RUNS = { numRuns: 200 };
const there = fc.oneof(arbitrarySession, arbitraryImport);
const guesses = fc.boolean().map((areGuessed) => (areGuessed ? ["c0", "c1", "c2", "c3", "c4", "c5"] : []));

const merge = (session: Session, sketch: Session, guessedKinds: readonly string[]) =>
  withDifference(session, differenceOf(session, mergeSketch(session, { sketch, guessedKinds }).session));

test("what was there is there afterwards, as it was and where it was", () => {
  fc.assert(
    fc.property(there, arbitraryImport, guesses, (session, sketch, guessed) => {
      const after = merge(session, sketch, guessed);
      expect(after.positions).toMatchObject(session.positions);
      const { architecture: before } = session;
      for (const list of ["components", "connections", "boundaries", "objects", "agreements"] as const) {
        const known = new Map(after.architecture[list].map((one) => [one.id, one]));
        for (const one of before[list]) {
          const { boundaries = [], ...drawn } = one as object as { readonly boundaries?: readonly string[] };
          const now = known.get(one.id);
          expect(now).toMatchObject(drawn);
          if (now !== undefined && "boundaries" in now)
            for (const boundary of boundaries) expect(now.boundaries).toContain(boundary);
        }
      }
      expect(after.seams).toEqual(expect.arrayContaining([...session.seams]));
      expect({ ...after, architecture: 0, positions: 0, seams: 0 }).toEqual({
        ...session,
        architecture: 0,
        positions: 0,
        seams: 0,
      });
    }),
    RUNS,
  );
});

test("the same once more changes nothing", () => {
  fc.assert(
    fc.property(there, arbitraryImport, guesses, (session, sketch, guessed) => {
      const once = merge(session, sketch, guessed);
      expect(merge(once, sketch, guessed)).toBe(once);
    }),
    RUNS,
  );
});

test("what is handed on of a merge makes the same of the session, and leaves alone what it does not name", () => {
  fc.assert(
    fc.property(there, arbitraryImport, guesses, (session, sketch, guessedKinds) => {
      const { session: merged } = mergeSketch(session, { sketch, guessedKinds });
      const handedOn = structuredClone(differenceOf(session, merged));
      const after = withDifference(session, handedOn);
      expect(after).toEqual(merged);
      for (const list of ["objects", "boundaries", "components", "connections", "agreements"] as const) {
        const named = new Set(handedOn[list].map(({ id }) => id));
        const left = session.architecture[list].filter(({ id }) => !named.has(id));
        const kept: readonly object[] = after.architecture[list];
        for (const entry of left) expect(kept.includes(entry)).toBe(true);
      }
    }),
    RUNS,
  );
});

test("everything that came in is there, and what is there is a session", () => {
  fc.assert(
    fc.property(there, arbitraryImport, guesses, (session, sketch, guessed) => {
      const { session: after, names, fits } = mergeSketch(session, { sketch, guessedKinds: guessed });
      expect(fits).toBe(true);
      const parsed = parseSession(JSON.parse(writeSession(after)));
      expect(parsed).toMatchObject({ ok: true });
      const ways = new Set(
        after.architecture.connections.map(({ from, to, kind }) => `${from} ${kind} ${to}`),
      );
      for (const { from, to, kind } of sketch.architecture.connections)
        expect(ways).toContain(`${names.components.get(from)} ${kind} ${names.components.get(to)}`);
      const places = Object.keys(after.positions);
      for (const { id } of sketch.architecture.components) {
        const name = names.components.get(id) ?? "";
        if (!session.architecture.components.some((one) => one.id === name)) expect(places).toContain(name);
      }
      expect(new Set(names.components.values()).size).toBe(sketch.architecture.components.length);
    }),
    RUNS,
  );
});

test("what comes in lies on nothing that lay there", () => {
  fc.assert(
    fc.property(arbitraryImport, arbitraryImport, (session, sketch) => {
      const after = merge(session, sketch, []);
      const old = Object.values(session.positions);
      const added = Object.entries(after.positions).filter(([id]) => session.positions[id] === undefined);
      for (const [, [x, y]] of added)
        expect(old.some(([ox, oy]) => Math.abs(ox - x) < 168 && Math.abs(oy - y) < 56)).toBe(false);
    }),
    RUNS,
  );
});

test("one undo brings back exactly what was there", () => {
  fc.assert(
    fc.property(arbitraryImport, arbitraryImport, guesses, (session, sketch, guessedKinds) => {
      const doc = new Y.Doc();
      loadSession(doc, session, null);
      const store = createSessionStore(doc);
      const before = writeSession(store.current());
      store.become(merge(store.current(), sketch, guessedKinds));
      const merged = writeSession(merge(session, sketch, guessedKinds));
      expect(writeSession(store.current())).toBe(merged);
      store.undo();
      expect(writeSession(store.current())).toBe(before);
      store.redo();
      expect(writeSession(store.current())).toBe(merged);
      store.destroy();
    }),
    { numRuns: 200 },
  );
});

test("nothing is matched twice, and only what has one name", () => {
  fc.assert(
    fc.property(there, arbitraryImport, guesses, (session, sketch, guessed) => {
      const { components } = matchSketch(session.architecture, sketch.architecture, new Set(guessed));
      expect(new Set(components.values()).size).toBe(components.size);
      const nameOf = ({ architecture }: Session, id: string) =>
        architecture.components
          .find((one) => one.id === id)
          ?.name.replaceAll(/\s+/g, " ")
          .trim()
          .toLowerCase();
      for (const [incoming, id] of components) expect(nameOf(session, id)).toBe(nameOf(sketch, incoming));
      expect(new Set([...session.seams].map(({ between }) => pairKey(...between))).size).toBe(
        session.seams.length,
      );
    }),
    RUNS,
  );
});
