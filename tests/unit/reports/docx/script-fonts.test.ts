import { nameScriptFonts } from "#reports/docx/script-fonts.ts";
import { expect, test } from "vitest";

const named = (run: string) => nameScriptFonts(run, () => "sc");

test("a run in Latin, Greek or Cyrillic letters is left to its style", () => {
  const run = "<w:r><w:rPr><w:b/></w:rPr><w:t>Wörter – база → βάση</w:t></w:r>";
  expect(named(run)).toBe(run);
});

test("a run names a font for characters of East Asia as it is read, and one for scripts with shaping", () => {
  expect(named("<w:r><w:t>数据库 भुगतान</w:t></w:r>")).toBe(
    '<w:r><w:rPr><w:rFonts w:eastAsia="Microsoft YaHei" w:cs="Nirmala UI"/></w:rPr><w:t>数据库 भुगतान</w:t></w:r>',
  );
});

test("fonts come behind the style of a run and before all else, as Word demands", () => {
  const run =
    '<w:r><w:rPr><w:rStyle w:val="MonoText"/><w:b/></w:rPr><w:t xml:space="preserve">ฐานข้อมูล &amp; ok</w:t></w:r>';
  expect(named(run)).toContain(
    '<w:rPr><w:rStyle w:val="MonoText"/><w:rFonts w:cs="Leelawadee UI"/><w:b/></w:rPr><w:t xml:space="preserve">',
  );
});

test("runs that nobody closes take no longer than they are", () => {
  const part = "<w:r><w:rPr>r".repeat(40_000);
  expect(named(part)).toBe(part);
});
