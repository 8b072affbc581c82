import { csvCell } from "#core/report/render-csv.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { readCsv } from "#tests/support/read-csv.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const SIGNS = [
  "=",
  "+",
  "-",
  "@",
  "\uFF1D",
  "\uFF0B",
  "\uFF0D",
  "\uFF20",
  "\uFE66",
  "\uFE62",
  "\uFE63",
  "\uFE6B",
];
const NOTHING_TO_SEE = [
  "",
  " ",
  "\t",
  "\r",
  "\n",
  "\u00a0",
  "\u200b",
  "\u2060",
  "\ufeff",
  "\u0001",
  "\u3000",
];

const cell = fc
  .tuple(
    fc.array(fc.constantFrom(...NOTHING_TO_SEE), { maxLength: 3 }),
    fc.constantFrom("", ...SIGNS),
    fc.oneof(arbitraryText, fc.constantFrom(...HOSTILE_TEXTS)),
  )
  .map(([blanks, sign, text]) => [...blanks, sign, text].join(""));

/** The first character of which anything is seen, in its plain form: full and small widths are the same letter. */
function firstSeen(text: string): string {
  const [first = ""] = Array.from(text).filter((character) => !/[\s\p{Cc}\p{Cf}]/u.test(character));
  return first.normalize("NFKC").charAt(0);
}

test("10,000 cells: none begins as a formula does, and each is read back as it was", () => {
  fc.assert(
    fc.property(cell, (value) => {
      const row = readCsv(`${csvCell(value)},next\r\n`);
      expect(row).toHaveLength(1);
      const [read = "", next] = row[0] ?? [];
      expect(next).toBe("next");
      expect("=+-@").not.toContain(firstSeen(read) || "none");
      expect(read).not.toMatch(/^[\t\r\n]/);
      const written = value.toWellFormed().replaceAll("\u0000", "");
      expect([written, `'${written}`]).toContain(read);
    }),
    { numRuns: 10_000 },
  );
});
