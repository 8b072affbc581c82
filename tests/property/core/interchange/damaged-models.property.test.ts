import { importFiles } from "#core/interchange/importers.ts";
import type { Exporter } from "#core/interchange/exporter.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { writeOpenThreatModel } from "#core/interchange/open-threat-model/write-open-threat-model.ts";
import { writeThreatDragon } from "#core/interchange/threat-dragon/write-threat-dragon.ts";
import { writeTmBom } from "#core/interchange/tm-bom/write-tm-bom.ts";
import { arbitraryHandover } from "#tests/support/round-trip.ts";
import { interchangeExamples } from "#tests/support/interchange-examples.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const FOLDERS = {
  "threat-dragon": "threat-dragon",
  "open-threat-model": "otm",
  "tm-bom": "threat-model-library",
} as const;

/** Whatever became of it: a sketch that can be saved and opened, or reasons. */
function expectTyped(format: keyof typeof FOLDERS, text: string): void {
  const read = importFiles([{ name: "model.json", text }], { at }, format);
  if (!read.ok) {
    expect(read.error.length).toBeGreaterThan(0);
    for (const { message, file } of read.error)
      expect([message.length > 0, file]).toEqual([true, "model.json"]);
  } else expect(readSession(writeSession(read.value.session)).ok).toBe(true);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

type Holder = Record<string, unknown>;

function placesIn(value: unknown): readonly (readonly [Holder, string])[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("__proto__", "constructor", -1, 1e308, "", [], {}, null),
);

const writers: readonly (readonly [keyof typeof FOLDERS, Exporter])[] = [
  ["threat-dragon", writeThreatDragon],
  ["open-threat-model", writeOpenThreatModel],
  ["tm-bom", writeTmBom],
];

describe.each(writers)("a damaged file of %s", (format, writer) => {
  test("with other values in places is read or refused", () => {
    const examples = interchangeExamples().filter(
      ({ folder, text }) => folder === FOLDERS[format] && text.trimStart().startsWith("{"),
    );
    const text = fc.oneof(
      arbitraryHandover.map(({ session, invariants }) => writer.write(session, invariants)),
      fc.constantFrom(...examples.map((example) => example.text)),
    );
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 5 }),
        (written, changes) => {
          const tree = JSON.parse(written) as object;
          const places = placesIn(tree);
          for (const [pick, value] of changes) {
            const [holder, key] = places[pick % places.length]!;
            holder[key] = structuredClone(value);
          }
          expectTyped(format, JSON.stringify(tree));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("cut and filled in the middle is read or refused", () => {
    const filling = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('{"__proto__":{"polluted":1}}', "[", "\u0000"),
    );
    fc.assert(
      fc.property(
        arbitraryHandover,
        fc.nat(),
        fc.nat({ max: 40 }),
        filling,
        ({ session, invariants }, start, length, put) => {
          const text = writer.write(session, invariants);
          const from = start % text.length;
          expectTyped(format, text.slice(0, from) + put + text.slice(from + length));
        },
      ),
      { numRuns: 200 },
    );
  });
});
