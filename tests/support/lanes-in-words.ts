import type { LanesModel } from "#core/simulation/lanes-recorder.ts";
import { settingsOf, type LanesRun, type Policy } from "#core/simulation/model.ts";

/** The run of a policy on the default seed, as text that a person can read and approve. */
export function inWords(model: LanesModel, policy: Policy, differing: Policy["settings"] = {}): string {
  const settings = { ...settingsOf(model, policy), ...differing };
  const { formula, filledIn, holds } = model.condition(settings);
  return [
    `${model.title}. ${model.question}`,
    `${policy.label}: ${policy.says}`,
    `seed ${model.seed}, ${Object.entries(settings)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ")}`,
    `condition: ${formula}: ${filledIn}: ${holds ? "holds" : "does not hold"}`,
    ...runInWords(model.run(settings, model.seed)),
    "",
  ].join("\n");
}

function runInWords(run: LanesRun): readonly string[] {
  return [
    `lanes: ${run.lanes.map(({ key, label }) => `${key} (${label})`).join(", ")}`,
    `invariant: ${run.invariant}`,
    `strip: ${run.strip.map(({ from, to, state }) => `${from}–${to} ${state}`).join(", ")} ${run.unit}`,
    `summary: ${run.summary}`,
    ...run.outcome.map(({ label, value }) => `outcome: ${label}: ${value}`),
    ...run.shaded.map(({ from, to, label }) => `shaded: ${from}–${to} ${label}`),
    "messages",
    ...run.messages.map(
      ({ from, sent, to, received, label }) => `  ${sent} ${from} → ${received ?? "never"} ${to}: ${label}`,
    ),
    "spans",
    ...run.spans.map(({ lane, from, to, label, tone }) => `  ${from}–${to} ${lane}: ${label} (${tone})`),
    "states",
    ...run.states.map(({ lane, at, value, tone }) => `  ${at} ${lane}: ${value} (${tone})`),
    "moments",
    ...run.moments.map(({ at, text }) => `  ${at} ${text}`),
  ];
}
