import { checkStructurizr } from "#tests/support/check-structurizr.ts";
import { expect, test } from "vitest";

const workspace = (...model: readonly string[]) => ["workspace {", "model {", ...model, "}", "}"].join("\n");
const TWO = ['a = person "A" {', "}", 'b = softwareSystem "B" {', "}"];

test("a proper workspace is accepted", () => {
  expect(checkStructurizr(workspace(...TWO, 'a -> b "uses" {', "}"))).toEqual([]);
});

test.each([
  ["a quotation mark in a name", 'a = person "A "b" c d e" {'],
  ["a backslash before the end of a text", 'a = person "A\\" "b" {'],
  ["a name that is there already", 'c = softwareSystem "b" {'],
  ["an identifier that is there already", 'A = softwareSystem "C" {'],
  ["an element that is not there", 'a -> z "uses" {'],
  ["a group that is called like an arrow", 'g = group "->" {'],
  ["a variable of the machine", 'c = person "${HOME}" {'],
  ["a nested group without a separator", 'g = group "G" {\nh = group "H" {\n}'],
  ["an instruction", "!include https://example.org/x"],
  ["two perspectives of one name", 'c = person "C" {\nperspectives {\n"S" "x"\n"S" "y"\n}'],
])("%s is refused", (_, line) => {
  expect(checkStructurizr(workspace(...TWO, line, "}"))).not.toEqual([]);
});

test("the same relationship twice is refused, and so is a block that is not closed", () => {
  const uses = ['a -> b "uses" {', "}"];
  expect(checkStructurizr(workspace(...TWO, ...uses, ...uses))).not.toEqual([]);
  expect(checkStructurizr("workspace {\nmodel {\n}")).not.toEqual([]);
});
