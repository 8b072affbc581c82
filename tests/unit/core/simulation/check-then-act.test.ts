import { describe, expect, test } from "vitest";
import { checkThenAct } from "#core/simulation/check-then-act.ts";
import { inWords } from "#tests/support/lanes-in-words.ts";

/** Approve a change with `npx vitest run --project unit check-then-act -u`, after reading it. */
describe("two clients check and act", () => {
  test.each(checkThenAct.policies)("on a counter, by $key", async (policy) => {
    await expect(inWords(checkThenAct, policy)).toMatchFileSnapshot(
      `approved/check-then-act-${policy.key}.txt`,
    );
  });

  test("on a duty roster, by what each has read", async () => {
    const [collapsing] = checkThenAct.policies;
    await expect(inWords(checkThenAct, collapsing!, { anomaly: "on-call" })).toMatchFileSnapshot(
      "approved/check-then-act-on-call.txt",
    );
  });
});
