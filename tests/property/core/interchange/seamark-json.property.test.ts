import { seamarkJson } from "#core/interchange/seamark-json.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { arbitraryDocument } from "#tests/support/round-trip.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("a saved session imported and saved again is the same bytes", () => {
  fc.assert(
    fc.property(arbitraryDocument, (session) => {
      const text = writeSession(session);
      const read = seamarkJson.read([{ name: "backup.json", text }], { at: "2026-03-01T10:00:00.000Z" });
      expect(read.ok && writeSession(read.value.session)).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});
