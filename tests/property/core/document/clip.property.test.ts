import { applyCommand } from "#core/document/apply-command.ts";
import { clipFor, clipOf } from "#core/document/clip.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const some = fc.subarray(["a", "b", "c", "d"], { minLength: 1 });

function counting(): (kind: string) => string {
  let made = 0;
  return (kind) => `${kind}-new-${(made += 1)}`;
}

/** What a clip says, whatever its elements are called. */
function said({ architecture: { components, connections, agreements }, seams }: Session) {
  return {
    components: components.map(({ name, kind }) => `${name} ${kind}`).sort(),
    connections: connections.map(({ kind }) => kind).sort(),
    answers: agreements.map(({ about, facts }) => `${about} ${JSON.stringify(facts)}`).sort(),
    notes: seams.map(({ note }) => note).sort(),
  };
}

describe("a clip", () => {
  test("of any part of a session is a session that can be read back", () => {
    fc.assert(
      fc.property(arbitrarySession, some, (session, ids) => {
        const clip = clipOf(session, ids);
        expect(parseSession(clip)).toEqual({ ok: true, value: clip });
      }),
    );
  });

  test("pasted anywhere says there what it said, beside everything that was there", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, some, (from, into, ids) => {
        const clip = clipFor(into, clipOf(from, ids), [10, 20], counting());
        const after = applyCommand(into, { type: "paste", clip });
        expect(parseSession(after)).toEqual({ ok: true, value: after });
        expect(
          said(
            clipOf(
              after,
              clip.architecture.components.map(({ id }) => id),
            ),
          ),
        ).toEqual(said(clipOf(from, ids)));
        const before = into.architecture.components.map(({ id }) => id);
        expect(said(clipOf(after, before))).toEqual(said(clipOf(into, before)));
      }),
    );
  });

  test("pasted twice from one copy gives two of everything, apart from what travels and what lies around", () => {
    fc.assert(
      fc.property(arbitrarySession, some, (session, ids) => {
        const clip = clipOf(session, ids);
        const newId = counting();
        const after = [1, 2].reduce(
          (now) => applyCommand(now, { type: "paste", clip: clipFor(now, clip, [0, 0], newId) }),
          session,
        );
        const { components, objects, boundaries } = session.architecture;
        expect(after.architecture.components).toHaveLength(
          components.length + 2 * clip.architecture.components.length,
        );
        expect(after.architecture.objects).toEqual(objects);
        expect(after.architecture.boundaries).toEqual(boundaries);
      }),
    );
  });

  test("a clip of any session, pasted under the names that it has, changes nothing the second time", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitrarySession, (session, clip) => {
        const once = applyCommand(session, { type: "paste", clip });
        expect(parseSession(once)).toEqual({ ok: true, value: once });
        expect(applyCommand(once, { type: "paste", clip })).toEqual(once);
      }),
    );
  });
});
