import { settingsOf, type Model, type SettingValue } from "#core/simulation/model.ts";

/** What every policy of a model comes to on its seed, as a table to be read and approved. */
export function outcomesInWords(
  model: Model,
  differing: Readonly<Record<string, SettingValue>> = {},
): string {
  const blocks = model.policies.map((policy) => {
    const settings = { ...settingsOf(model, policy), ...differing };
    const { outcome, summary, strip } = model.run(settings, model.seed);
    const broken = strip.filter(({ state }) => state === "broken").map(({ from, to }) => `${from}–${to}`);
    const condition = model.condition(settings);
    return [
      policy.label,
      ...outcome.map(({ label, value }) => `  ${label}: ${value}`),
      `  ${summary}`,
      `  broken: ${broken.join(", ") || "never"}`,
      ...(condition.anyOf ?? [condition]).map(
        ({ formula, filledIn, holds }) => `  ${holds ? "holds" : "does not hold"}: ${formula}: ${filledIn}`,
      ),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
