import { expect, test } from "vitest";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";
import { movesInWords, sessionInShort, sessionInWords } from "#tests/support/session-in-words.ts";

/**
 * What is asked, said and weighed on the way changes on purpose only: whoever touches a weight, a wording or the choice
 * of questions sees here what became of 72 sessions. Approve with `npx vitest run --project unit sessions -u`, after reading it.
 */
test.each(CATALOGUE)("$key", async ({ key }) => {
  const { hit, repaired, lookAlike } = MECHANISM_SKETCHES[key];
  const sessions = [
    sessionInWords(hit),
    movesInWords(hit),
    sessionInShort(repaired),
    sessionInShort(lookAlike.sketch),
  ];
  await expect(sessions.join("\n")).toMatchFileSnapshot(`approved/${key}.txt`);
});
