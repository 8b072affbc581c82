import { expect, test } from "vitest";
import { parseOwnSituation } from "#core/intake/own-situation.schema.ts";
import { LONGEST_ADDITION, readOwnSituation } from "#core/intake/own-situation.ts";

test("an addition is read in its normal form", () => {
  const { draft } = readOwnSituation(new URLSearchParams("act=add&text= It+came%0D%0Aback. &more=1"));
  expect(parseOwnSituation(draft)).toEqual({ ok: true, value: { act: "add", text: "It came\nback." } });
});

test("an end needs no text", () => {
  for (const act of ["withdraw", "erase"])
    expect(parseOwnSituation({ act, text: "" })).toEqual({ ok: true, value: { act } });
});

test.each([
  [{ act: "add", text: " \n" }, "Please write what"],
  [{ act: "add", text: "x".repeat(LONGEST_ADDITION + 1) }, "4001 characters long"],
  [{ act: "close", text: "" }, "Please choose again"],
  [{ act: "erase" }, "Please choose again"],
  [null, "Please choose again"],
])("%o is refused with a sentence", (draft, sentence) => {
  const parsed = parseOwnSituation(draft);
  expect(parsed.ok ? "" : parsed.error[0]?.message).toContain(sentence);
});
