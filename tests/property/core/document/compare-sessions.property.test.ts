import { pairKey, type Pair } from "#core/architecture/subject.ts";
import { compareText } from "#core/architecture/text-order.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import { compareSessions, type SessionChange } from "#core/document/compare-sessions.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { sayChanges } from "#core/report/say-changes.ts";
import { arbitraryCommand, arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const OPPOSITE = { added: "removed", removed: "added", changed: "changed" } as const;

/** Under which ids seams and agreements are kept is nobody's concern. */
function said({ architecture, seams, ...rest }: Session) {
  return {
    ...rest,
    seams: byPair(seams.map(({ between, note }) => ({ between, note }))),
    architecture: {
      ...architecture,
      agreements: byPair(
        architecture.agreements.map(({ between, about, facts }) => ({ between, about, facts })),
      ),
    },
  };
}

function byPair<T extends { readonly between: Pair }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => compareText(pairKey(...a.between), pairKey(...b.between)));
}

const keyed = ({ kind, part, key, fields }: SessionChange) => `${kind} ${part} ${key} ${fields.join(",")}`;

describe("two sessions compared", () => {
  test("have a change between them exactly when they do not say the same", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (a, b) => {
        const isSame = JSON.stringify(said(a)) === JSON.stringify(said(b));
        if (!isSame) expect(compareSessions(a, b)).not.toEqual([]);
        expect(compareSessions(a, a)).toEqual([]);
      }),
    );
  });

  test("differ by one command wherever the command did something that can be seen", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryCommand, (before, command) => {
        const after = applyCommand(before, command);
        const isSame = JSON.stringify(said(before)) === JSON.stringify(said(after));
        expect(compareSessions(before, after).length > 0).toBe(!isSame);
      }),
    );
  });

  test("differ the other way round in the opposite", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (a, b) => {
        const there = compareSessions(a, b).map((change) =>
          keyed({ ...change, kind: OPPOSITE[change.kind] }),
        );
        expect(compareSessions(b, a).map(keyed).sort()).toEqual(there.sort());
      }),
    );
  });

  test("are told apart in whole sentences, without an id of what has a name", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (a, b) => {
        const sentences = sayChanges(a, b);
        expect(sentences.length > 0).toBe(compareSessions(a, b).length > 0);
        for (const { sentence } of sentences) {
          expect(sentence).toMatch(/^\S.*[.!?…”]$/u);
          expect(sentence).not.toMatch(/component:|connection:|agreement:|undefined|\[object/);
        }
      }),
    );
  });

  test("that begin with nothing are told by what was added", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const kinds = compareSessions(emptySession(session.architecture.title), session).map(
          ({ kind }) => kind,
        );
        expect(kinds.filter((kind) => kind !== "added")).toEqual([]);
      }),
    );
  });
});
