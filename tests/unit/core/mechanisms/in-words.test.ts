import { expect, test } from "vitest";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { inWords } from "#tests/support/mechanism-in-words.ts";

/**
 * What a mechanism knows and finds changes on purpose only: whoever touches one sees here, in words, what became of it.
 * Approve a change with `npx vitest run --project unit in-words -u`, after reading it.
 */
test.each(CATALOGUE)("$key", async (mechanism) => {
  await expect(inWords(mechanism)).toMatchFileSnapshot(`approved/${mechanism.key}.txt`);
});
