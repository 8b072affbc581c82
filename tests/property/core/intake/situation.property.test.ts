import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import { normaliseLine, normaliseText } from "#core/intake/normalise.ts";
import { parseReference, REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";
import { parseSituation } from "#core/intake/situation.schema.ts";
import { EMPTY_DRAFT, FIELDS, LIMITS, readSituation, type TextField } from "#core/intake/situation-form.ts";
import { arbitraryArchitecture } from "#tests/support/arbitrary-architecture.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";

const arbitraryEntries = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...FIELDS, "key", "website", "__proto__"), fc.string({ maxLength: 8 })),
    fc.oneof(arbitraryText, fc.constantFrom(...SIGNAL_IDS), fc.anything()),
  ),
  { maxLength: 25 },
);
const arbitrarySignals = fc.subarray([...SIGNAL_IDS]);

describe("parseSituation", () => {
  test("any entries give a situation within its limits, or sentences about fields of the form", () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const parsed = parseSituation(readSituation(entries).draft);
        if (parsed.ok) {
          for (const field of Object.keys(LIMITS) as TextField[])
            expect((parsed.value[field] ?? "").length).toBeLessThanOrEqual(LIMITS[field]);
        } else {
          const fields = parsed.error.map(({ field }) => field);
          expect(fields.length).toBeGreaterThan(0);
          expect(fields).toEqual(FIELDS.filter((field) => fields.includes(field)));
          for (const { message } of parsed.error) expect(message).toMatch(/^[A-Z].{15,}\.$/);
        }
      }),
    );
  });

  test("anything at all is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(parseSituation(input)).toHaveProperty("ok");
      }),
    );
  });

  test("what was accepted is accepted again, unchanged", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryText, { minLength: 7, maxLength: 7 }),
        arbitrarySignals,
        fc.option(arbitraryArchitecture),
        (texts, signals, sketch) => {
          const [failing = "", works = "", tried = "", name = "", relied = "", known = "", unanswered = ""] =
            texts;
          const once = parseSituation({
            ...EMPTY_DRAFT,
            failing: `${failing} keeps failing all the time`,
            works,
            tried,
            name,
            relied,
            known,
            unanswered,
            sketch,
            signals,
            reply: "none",
            consent: true,
          });
          fc.pre(once.ok);
          expect(
            parseSituation({ ...once.value, email: "", phone: "", reply: "none", consent: true }),
          ).toEqual(once);
        },
      ),
    );
  });
});

describe("normalising", () => {
  test("is idempotent and leaves nothing that cannot be stored", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        for (const normalise of [normaliseText, normaliseLine]) {
          const once = normalise(text);
          expect(normalise(once)).toBe(once);
          expect(once.isWellFormed()).toBe(true);
          for (const sign of ["\u0000", "\r"]) expect(once).not.toContain(sign);
        }
      }),
    );
  });
});

test("a reference reads as itself, in any case", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES }), (bytes) => {
      const reference = toReference(bytes);
      expect(parseReference(reference)).toBe(reference);
      expect(parseReference(reference.toLowerCase().replaceAll("-", ""))).toBe(reference);
    }),
  );
});
