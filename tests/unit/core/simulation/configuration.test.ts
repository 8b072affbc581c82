import { describe, expect, test } from "vitest";
import { isModelKey, loadModel, MODEL_KEYS } from "#core/simulation/catalogue.ts";
import { isOfOneSide, parseConfiguration, settingsOfSide, wordsOf } from "#core/simulation/configuration.ts";
import { massReconnect as model } from "#core/simulation/mass-reconnect.ts";
import { settingsOf } from "#core/simulation/model.ts";
import { findModel, MODELS } from "#core/simulation/models.ts";

function parse(words: Parameters<typeof parseConfiguration>[1]) {
  const parsed = parseConfiguration(model, words);
  if (!parsed.ok) throw new Error(parsed.error.join("; "));
  return parsed.value;
}

describe("a configuration in words", () => {
  test("that says nothing is the first two policies on the model's own seed", () => {
    const [first, second] = model.policies;
    expect(parse({})).toEqual({
      left: { policy: first!.key, settings: {} },
      right: { policy: second!.key, settings: {} },
      settings: {},
      seed: model.seed,
    });
  });

  test("says a policy, what is set on its side, and what is set on both", () => {
    const configuration = parse({
      left: "equal-jitter cap=120",
      right: " slots  backlog=500 delay=full ",
      settings: "clients=5000 timeout=3",
      seed: "12",
    });
    expect(configuration.left).toEqual({ policy: "equal-jitter", settings: { cap: 120 } });
    expect(configuration.right.settings).toEqual({ backlog: 500, delay: "full" });
    expect(configuration.seed).toBe(12);
    const settings = settingsOfSide(model, configuration, configuration.left);
    expect(settings).toMatchObject({ clients: 5000, timeout: 3, cap: 120, delay: "equal", capacity: 500 });
  });

  test("lets the more special go before the more general", () => {
    const configuration = parse({ left: "full-jitter-spread spread=20", settings: "spread=5" });
    expect(settingsOfSide(model, configuration, configuration.left)["spread"]).toBe(20);
    expect(
      settingsOfSide(model, configuration, { policy: "full-jitter-spread", settings: {} })["spread"],
    ).toBe(60);
    expect(settingsOfSide(model, configuration, configuration.right)["spread"]).toBe(5);
  });

  test.each([
    [{ left: "no-such-policy" }, "no policy “no-such-policy”"],
    [{ right: "slots turns=5" }, "“turns=5”"],
    [{ settings: "clients=5000000" }, "“clients=5000000”"],
    [{ settings: "clients=" }, "“clients=”"],
    [{ settings: "clients" }, "“clients”"],
    [{ settings: "clients=NaN" }, "“clients=NaN”"],
    [{ settings: "delay=whenever" }, "“delay=whenever”"],
    [{ settings: "__proto__=1" }, "“__proto__=1”"],
    [{ seed: "-1" }, "“-1”"],
    [{ seed: "100000" }, "“100000”"],
    [{ seed: "1e3" }, "“1e3”"],
  ])("%j is refused", (words, reason) => {
    const parsed = parseConfiguration(model, words);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.join()).toContain(reason);
  });

  test("comes back from its words", () => {
    for (const words of [{}, { left: "slots backlog=500" }, { settings: "clients=5000", seed: "3" }]) {
      const configuration = parse(words);
      expect(parse(wordsOf(model, configuration))).toEqual(configuration);
      expect(wordsOf(model, configuration)).toEqual({
        left: undefined,
        right: undefined,
        settings: undefined,
        seed: undefined,
        ...words,
      });
    }
  });
});

test("what a policy decides is set on each side, the rest on both", () => {
  const own = model.settings.filter((setting) => isOfOneSide(model, setting)).map(({ key }) => key);
  expect(own).toEqual(expect.arrayContaining(["backlog", "delay", "spread"]));
  expect(own).not.toContain("clients");
});

describe("the catalogue", () => {
  const CAPITAL = /^\p{Lu}/u;

  test("has every model under its own key", async () => {
    expect(MODELS.map(({ key }) => key)).toEqual(MODEL_KEYS);
    for (const key of MODEL_KEYS) expect(await loadModel(key)).toBe(findModel(key));
    expect(isModelKey("toString")).toBe(false);
    expect(findModel("no-such-model")).toBeUndefined();
  });

  test.each(MODELS)("$key begins the labels of policies, settings and choices with a capital", (each) => {
    const choices = each.settings.flatMap((setting) => (setting.shape === "choice" ? setting.choices : []));
    for (const { label } of [...each.policies, ...each.settings, ...choices]) expect(label).toMatch(CAPITAL);
  });

  test.each(MODELS)(
    "$key has settings that its policies know, and two policies that differ",
    (each) => {
      const keys = new Set(each.settings.map(({ key }) => key));
      for (const { settings } of each.policies)
        for (const key of Object.keys(settings)) expect(keys).toContain(key);
      expect(new Set(each.policies.map(({ key }) => key)).size).toBe(each.policies.length);
      expect(parseConfiguration(each, {}).ok).toBe(true);
      const [breaks, holds] = each.policies.map((policy) => {
        const settings = settingsOf(each, policy);
        const { strip, outcome } = each.run(settings, each.seed);
        for (const { label } of outcome) expect(label).toMatch(CAPITAL);
        const broken = strip.filter(({ state }) => state === "broken");
        return broken.reduce((sum, { from, to }) => sum + to - from, 0);
      });
      expect(breaks).toBeGreaterThan(holds!);
    },
    30_000,
  );
});
