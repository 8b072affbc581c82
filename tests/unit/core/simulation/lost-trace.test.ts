import { describe, expect, test } from "vitest";
import { lostTrace } from "#core/simulation/lost-trace.ts";
import { inWords } from "#tests/support/lanes-in-words.ts";

/** Approve a change with `npx vitest run --project unit lost-trace -u`, after reading it. */
describe("a request that fails behind a queue", () => {
  test.each(lostTrace.policies)("by $key", async (policy) => {
    await expect(inWords(lostTrace, policy)).toMatchFileSnapshot(`approved/lost-trace-${policy.key}.txt`);
  });
});
