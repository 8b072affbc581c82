import { describe, expect, test } from "vitest";
import { countParts, findPasswordProblem } from "#core/access/password.ts";

const common = new Set(["password", "dragon", "monkey", "welcome", "letmein"]);
const context = { common, about: ["Ada Lovelace", "ada.lovelace@harbour.example"] };

describe("a password", () => {
  test.each([
    ["eleven char", "at least 12"],
    ["ÄÖÜ".repeat(3), "at least 12"],
    ["n".repeat(129), "at most 128"],
  ])("of the wrong length is refused: %s", (password, problem) => {
    expect(findPasswordProblem(password, context)).toContain(problem);
  });

  test.each([
    ["a common word with numbers", "password2026"],
    ["with letters written as signs", "P@ssw0rd1234"],
    ["two common words", "dragonmonkey"],
    ["a common word again and again", "letmeinletmeinletmein"],
    ["rows of keys", "qwertyuiopasdfgh"],
    ["a row read backwards", "poiuytrewq09"],
    ["the alphabet", "abcdefghijklmnop"],
    ["digits alone", "493028174650"],
    ["one character", "aaaaaaaaaaaaaaaa"],
    ["the product's name", "Seamark!Seamark!"],
    ["their own name", "LovelaceAda1815"],
    ["their own address", "ada.lovelace@harbour.example"],
    ["signs alone", "!!!!????!!!!"],
  ])("that is guessed first is refused: %s", (_, password) => {
    expect(findPasswordProblem(password, context)).toContain("guessed first");
  });

  test.each([
    "seven mooring lines at dusk",
    "x7$kP2mQ9vLw",
    "Zwölf Möwen kreisen hier",
    "灯台の光が三つ見える夜に",
  ])("that takes long to guess is taken: %s", (password) => {
    expect(findPasswordProblem(password, context)).toBeUndefined();
  });
});

test("Parts are counted, each once however often it comes", () => {
  expect(countParts("dragonmonkey", context)).toBe(2);
  expect(countParts("dragondragon", context)).toBe(1);
  expect(countParts("dragon#xq", context)).toBe(4);
});
