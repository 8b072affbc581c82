import { lettersOf, syllablesOf } from "#reports/fonts/letters.ts";
import { expect, test } from "vitest";

test.each([
  ["plain letters", "Store", ["S", "t", "o", "r", "e"]],
  ["a mark that no single character has", "x\u0304y", ["x\u0304", "y"]],
  ["the vowels of Hindi", "हिन्दी", ["हि", "न्", "दी"]],
  ["the points of Hebrew", "שָׁל", ["שָׁ", "ל"]],
  ["a flag, a family and a hand with a colour", "🇩🇪👨‍👩‍👧👍🏽", ["🇩🇪", "👨‍👩‍👧", "👍🏽"]],
  ["a mark that stands alone", "\u0301a", ["\u0301", "a"]],
])("marks stay with their letter: %s", (_, text, letters) => {
  expect(lettersOf(text)).toEqual(letters);
});

test.each([
  ["consonants of Hindi that merge", "हिन्दी", ["हि", "न्दी"]],
  ["a zero-width non-joiner keeps them apart", "क्\u200cष", ["क्\u200c", "ष"]],
  ["a zero-width joiner does not", "ශ්‍රී", ["ශ්‍රී"]],
  ["a subscript of Khmer", "ដ្ឋា", ["ដ្ឋា"]],
  ["stacked letters of Burmese", "က္က", ["က္က"]],
  ["vowels of Thai before and behind their letter", "เกา", ["เกา"]],
])("what is shaped together is a syllable: %s", (_, text, syllables) => {
  expect(syllablesOf(text)).toEqual(syllables);
});

test("nothing is lost between letters or syllables", () => {
  const text = "Store 数据库 (मुख्य) – 결제 น้ำ שָׁלוֹם 👨‍👩‍👧";
  expect(lettersOf(text).join("")).toBe(text);
  expect(syllablesOf(text).join("")).toBe(text);
});
