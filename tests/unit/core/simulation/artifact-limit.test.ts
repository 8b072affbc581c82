import { describe, expect, test } from "vitest";
import { artifactLimit } from "#core/simulation/artifact-limit.ts";
import { isBroken, lineOf, outcomeOf, runOf, turned } from "#tests/support/series-models.ts";

const runWith = (policy: string, settings = {}) =>
  runOf(artifactLimit, turned(artifactLimit, policy, settings));

/** Read and found right: what is made passes 160 entries at about step 130, while some 30 hosts are on version 2. */
const ON_THE_DEFAULT_SEED: Readonly<Record<string, readonly string[]>> = {
  unchecked: ["0", "0", "step 130", "234", "0", "0", "100", "279 steps"],
  stated: ["100", "100", "never", "153", "27", "0", "100", "279 steps"],
  copied: ["0", "0", "step 130", "196", "13", "0", "100", "279 steps"],
  "staged-halt": ["91", "100", "step 132", "234", "0", "27", "100", "279 steps"],
  staged: ["0", "0", "step 132", "234", "0", "0", "100", "279 steps"],
  "keeps-last": ["100", "100", "never", "234", "0", "0", "100", "279 steps"],
};

describe("the artifact beyond the limit of its loaders", () => {
  test.each(Object.entries(ON_THE_DEFAULT_SEED))("comes out with %s as reviewed", (policy, expected) => {
    expect(runWith(policy).outcome.map(({ value }) => value)).toEqual(expected);
  });

  test("has a reviewed outcome for every policy, and the same figures for all", () => {
    expect(Object.keys(ON_THE_DEFAULT_SEED)).toEqual(artifactLimit.policies.map(({ key }) => key));
    const labels = artifactLimit.policies.map(({ key }) => runWith(key).outcome.map(({ label }) => label));
    expect(new Set(labels.map((list) => list.join("; "))).size).toBe(1);
  });

  test("collapses with its first policy and holds with its second", () => {
    const broken = artifactLimit.policies.slice(0, 2).map(({ key }) => isBroken(runWith(key)));
    expect(broken).toEqual([true, false]);
  });

  test("makes the same artifacts for every policy", () => {
    const made = artifactLimit.policies.map(({ key }) => lineOf(runWith(key), "size", "made"));
    for (const sizes of made) expect(sizes).toEqual(made[0]);
  });

  test("lets a copy of the limit do as long as both versions have it, and not once they differ", () => {
    expect(isBroken(runWith("copied", { newLimit: 200 }))).toBe(false);
    expect(isBroken(runWith("copied", { newVersionAt: 400 }))).toBe(false);
    expect(isBroken(runWith("copied", { newLimit: 160 }))).toBe(true);
  });

  test("loses the hosts on version 2 first, and those on version 1 as they get it", () => {
    const run = runWith("unchecked");
    const [working, upgraded] = [lineOf(run, "hosts", "working"), lineOf(run, "hosts", "onNewVersion")];
    expect([working[150], upgraded[150]]).toEqual([49, 51]);
    expect([working[199], upgraded[199]]).toEqual([0, 100]);
  });

  test("risks one host with a halt where all loaders are alike, and more where the first are not like the rest", () => {
    const alike = runWith("staged-halt", { newVersionAt: 400 });
    expect(outcomeOf(alike)["Fewest hosts working"]).toBe("99");
    const mixed = Number(outcomeOf(runWith("staged-halt"))["Fewest hosts working"]);
    expect(mixed).toBeLessThan(99);
  });

  test("keeps a version back where what is out there is too large for it, if the loaders state their limit", () => {
    const late = runWith("stated", { newVersionAt: 250 });
    expect([isBroken(late), outcomeOf(late)["Hosts on version 2 at the end"]]).toEqual([false, "0"]);
    expect(isBroken(runWith("copied", { newVersionAt: 250 }))).toBe(true);
    const { filledIn } = artifactLimit.condition(turned(artifactLimit, "stated", { newVersionAt: 250 }));
    expect(filledIn).toBe("200 ≤ 200 (step 270)");
  });

  test("lets an artifact through that fills the limit to the last entry, and none with one more", () => {
    const runs = Array.from({ length: 40 }, (_, seed) =>
      runOf(artifactLimit, turned(artifactLimit, "copied", { newVersionAt: 400 }), seed),
    );
    const largest = runs.map((run) => Number(outcomeOf(run)["Largest artifact handed out"]));
    expect(Math.max(...largest)).toBe(200);
  });

  test("looks no further once an artifact has reached all hosts and they were well", () => {
    const filling = { start: 140, growth: 5, limit: 150, newLimit: 100, newVersionAt: 100, check: "copied" };
    const run = runWith("staged-halt", filling);
    expect(outcomeOf(run)).toMatchObject({ "Taken back": "0", "Hosts working at the end": "0" });
  });

  test("states its formula with the numbers that are set", () => {
    const filledIn = artifactLimit.policies.map(
      ({ key }) => artifactLimit.condition(turned(artifactLimit, key, { newVersionAt: 0 })).filledIn,
    );
    expect(filledIn).toEqual([
      "237 ≤ 160 (step 390)",
      "160 ≤ 160 (step 140)",
      "200 ≤ 160 (step 270)",
      "237 ≤ 160 (step 390)",
      "237 ≤ 160 (step 390)",
      "120 ≤ 160 (step 0)",
    ]);
  });

  test("says in its summary what the outcome says", () => {
    const run = runWith("staged-halt");
    expect(run.summary).toContain(
      `${outcomeOf(run)["Fewest hosts working"] ?? "?"} of 100 were left at worst`,
    );
    expect(run.summary).toContain(`${outcomeOf(run)["Taken back"] ?? "?"} taken back`);
  });
});
