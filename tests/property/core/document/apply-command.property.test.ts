import { applyCommand } from "#core/document/apply-command.ts";
import { inCanonicalOrder } from "#core/document/canonical-order.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { arbitraryCommand, arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("applyCommand", () => {
  test("whatever is done to a session, it stays one that can be read back, in canonical order", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        expect(parseSession(session)).toEqual({ ok: true, value: session });
        expect(inCanonicalOrder(session)).toEqual(session);
      }),
    );
  });

  test("doing a thing twice is doing it once", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryCommand, (session, command) => {
        const once = applyCommand(session, command);
        expect(applyCommand(once, command)).toEqual(once);
      }),
    );
  });

  test("a session is never changed in place", () => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryCommand, (session, command) => {
        const before = structuredClone(session);
        applyCommand(session, command);
        expect(session).toEqual(before);
      }),
    );
  });

  test("nothing is left that speaks of a deleted component", () => {
    fc.assert(
      fc.property(arbitrarySession, fc.constantFrom("a", "b", "c", "d"), (session, id) => {
        const { architecture, positions, seams, skipped, referred, independent, dismissed } = applyCommand(
          session,
          {
            type: "delete-component",
            id,
          },
        );
        expect(Object.keys(positions)).not.toContain(id);
        expect(architecture.connections.flatMap(({ from, to }) => [from, to])).not.toContain(id);
        expect(
          [...seams, ...dismissed, ...architecture.agreements].flatMap(({ between }) => between),
        ).not.toContain(id);
        expect(architecture.history.flatMap(({ about }) => about)).not.toContain(id);
        expect(independent.flat()).not.toContain(id);
        expect([...skipped, ...Object.keys(referred)].join(" ")).not.toMatch(new RegExp(`[:~]${id}[~#]`));
      }),
    );
  });
});
