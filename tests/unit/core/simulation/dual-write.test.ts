import { describe, expect, test } from "vitest";
import { dualWrite } from "#core/simulation/dual-write.ts";
import { settingsOf, type SettingValue } from "#core/simulation/model.ts";
import { inWords } from "#tests/support/lanes-in-words.ts";
import { isBroken, policyOf } from "#tests/support/lanes-laws.ts";

/** Approve a change with `npx vitest run --project unit dual-write -u`, after reading it. */
describe("an order and its message", () => {
  test.each(dualWrite.policies)("by $key", async (policy) => {
    await expect(inWords(dualWrite, policy)).toMatchFileSnapshot(`approved/dual-write-${policy.key}.txt`);
  });
});

describe("an outbox without an idempotent consumer", () => {
  test("when the relay crashes after it has sent the message", async () => {
    const crash = { fault: "relay", moment: 8 };
    await expect(inWords(dualWrite, policyOf(dualWrite, "outbox"), crash)).toMatchFileSnapshot(
      "approved/dual-write-outbox-relay-crash.txt",
    );
  });
});

function runOf(policy: string, differing: Record<string, SettingValue>) {
  return dualWrite.run({ ...settingsOf(dualWrite, policyOf(dualWrite, policy)), ...differing }, 1);
}

function endOf(policy: string, differing: Record<string, SettingValue>): readonly string[] {
  return runOf(policy, differing)
    .outcome.slice(0, 2)
    .map(({ value }) => value);
}

describe("one fault", () => {
  test.each(dualWrite.policies)("is needed: without one everything is right by $key", ({ key }) => {
    expect(endOf(key, { fault: "none" })).toEqual(["exists", "once"]);
  });

  test("between the write and the message leaves an order that nobody hears of", () => {
    expect(endOf("write-then-publish", { fault: "service", moment: 3 })).toEqual(["exists", "never"]);
  });

  test("between the message and the write leaves a message without an order", () => {
    expect(endOf("publish-then-write", { fault: "service", moment: 3 })).toEqual(["does not exist", "once"]);
  });

  test("that loses the acknowledgement of the database has the write repeated, which changes nothing", () => {
    const { outcome, moments } = runOf("outbox", { fault: "acknowledgement", moment: 1 });
    expect(outcome.map(({ value }) => value)).toEqual(["exists", "once", "1"]);
    expect(moments.filter(({ text }) => text.endsWith("in the database."))).toHaveLength(1);
  });

  test("before anything is written leaves nothing, which is right", () => {
    const run = runOf("write-then-publish", { fault: "service", moment: 1 });
    expect(run.outcome.map(({ value }) => value)).toEqual(["does not exist", "never", "0"]);
    expect(isBroken(run)).toBe(false);
  });

  test("after the relay has sent the message makes it send once more", () => {
    const crash = { fault: "relay", moment: 8 };
    expect(endOf("outbox", crash)).toEqual(["exists", "2 times"]);
    expect(endOf("outbox-idempotent", crash)).toEqual(["exists", "once"]);
    expect(runOf("outbox-idempotent", crash).outcome.at(-1)?.value).toBe("2");
  });

  test("of the consumer between effect and acknowledgement doubles the effect, however it was published", () => {
    const moment = runOf("write-then-publish", { fault: "none" }).moments.find(
      ({ text }) => text === "The message takes effect.",
    );
    const crash = { fault: "consumer", moment: moment!.at + 1 };
    expect(endOf("write-then-publish", crash)).toEqual(["exists", "2 times"]);
    expect(endOf("write-then-publish", { ...crash, consumer: "idempotent" })).toEqual(["exists", "once"]);
  });
});
