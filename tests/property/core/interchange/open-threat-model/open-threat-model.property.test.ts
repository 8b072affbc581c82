import { openThreatModel } from "#core/interchange/open-threat-model/open-threat-model.ts";
import { writeOpenThreatModel } from "#core/interchange/open-threat-model/write-open-threat-model.ts";
import { publishedSchema } from "#tests/support/published-schema.ts";
import { keptOf, placesOf } from "#tests/support/kept-of-session.ts";
import { arbitraryHandover } from "#tests/support/round-trip.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const problemsIn = publishedSchema("otm_schema.json");

describe("Open Threat Model", () => {
  test("out and in again keeps components, connections and boundaries, in a file as the schema wants it", () => {
    fc.assert(
      fc.property(arbitraryHandover, ({ session, invariants }) => {
        const text = writeOpenThreatModel.write(session, invariants);
        expect(problemsIn(JSON.parse(text))).toEqual([]);
        expect(writeOpenThreatModel.write(structuredClone(session), invariants)).toBe(text);
        expect(openThreatModel.recognizes({ name: "", text })).toBe(true);
        const read = openThreatModel.read([{ name: "model.otm", text }], { at });
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(keptOf(read.value.session)).toEqual(keptOf(session));
        expect(placesOf(read.value.session)).toEqual(expect.arrayContaining([...placesOf(session)]));
      }),
      { numRuns: 1_000 },
    );
  });
});
