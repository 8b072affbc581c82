import fc from "fast-check";
import { expect, test } from "vitest";
import { parseErrorReport } from "#core/intake/error-report.schema.ts";
import {
  EMPTY_REPORT,
  readErrorReport,
  REPORT_FIELDS,
  REPORT_LIMITS,
} from "#core/intake/error-report-form.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";

const arbitraryEntries = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...REPORT_FIELDS, "key", "website", "__proto__"), fc.string({ maxLength: 8 })),
    fc.oneof(
      arbitraryText,
      fc.constantFrom("SF-0001", "1.0.0", "claim", "https://example.org/"),
      fc.anything(),
    ),
  ),
  { maxLength: 25 },
);

test("any entries give a report within its limits, or sentences about fields of the form", () => {
  fc.assert(
    fc.property(arbitraryEntries, (entries) => {
      const parsed = parseErrorReport(readErrorReport(entries).draft);
      if (parsed.ok) {
        for (const field of REPORT_FIELDS)
          expect((parsed.value[field] ?? "").length).toBeLessThanOrEqual(REPORT_LIMITS[field]);
      } else {
        const fields = parsed.error.map(({ field }) => field);
        expect(fields.length).toBeGreaterThan(0);
        expect(fields).toEqual(REPORT_FIELDS.filter((field) => fields.includes(field)));
        for (const { message } of parsed.error) expect(message).toMatch(/^[A-Z].{15,}\.$/);
      }
    }),
  );
});

test("anything at all is answered, never thrown at", () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(parseErrorReport(input)).toHaveProperty("ok");
    }),
  );
});

test("what was accepted is accepted again, unchanged", () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, arbitraryText, (text, wrong, shouldSay) => {
      const once = parseErrorReport({
        ...EMPTY_REPORT,
        text: `a ${text}`.slice(0, 100),
        wrong: `a ${wrong}`,
        shouldSay,
      });
      fc.pre(once.ok);
      const { version, part, source, email, ...texts } = once.value;
      expect([version, part, source, email]).toEqual([null, null, null, null]);
      expect(parseErrorReport({ ...EMPTY_REPORT, ...texts })).toEqual(once);
    }),
  );
});
