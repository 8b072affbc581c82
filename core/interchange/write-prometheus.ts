import type { Component } from "../architecture/architecture.schema.ts";
import { pairKey } from "../architecture/subject.ts";
import type { ExportedInvariant, Exporter } from "./exporter.ts";

/**
 * Alert rules for Prometheus: for each agreement one that fires when it is broken and one that fires when nobody has
 * checked it in time. They rest on two gauges that whatever runs the agreement checks has to export, with the label
 * `seam` as in the rules (the ids of the two components, joined by `~`):
 *
 * - `seamark_agreement_holds`: 1 while both sides agreed at the last check, 0 while they did not;
 * - `seamark_agreement_checked_timestamp_seconds`: when that check ended (Unix time).
 *
 * An agreement that was not checked in time is unknown, and never healthy.
 */
export const writePrometheus: Exporter = {
  format: "prometheus",
  name: "Prometheus alert rules",
  ending: ".rules.yaml",
  mediaType: "application/yaml",
  carried: {
    keeps: [
      "For each seam: the agreement as a sentence, its two components, zone, mechanism, rung with its conditions, owner, and the structural moves that were taken over for it.",
    ],
    loses: [
      "Everything else: components and connections without a seam, boundaries, objects, answers and history.",
      "The check itself: the rules watch what something else measures.",
    ],
  },
  write: ({ architecture }, invariants) => {
    const names = new Map(architecture.components.map(({ id, name }: Component) => [id, name]));
    return [
      ...HEADER,
      "groups:",
      `  - name: ${quoted(`Seamark: ${architecture.title}`)}`,
      ...(invariants.length === 0
        ? ["    rules: []"]
        : ["    rules:", ...invariants.flatMap((invariant) => rulesFor(invariant, names))]),
      "",
    ].join("\n");
  },
};

const HOLDS = "seamark_agreement_holds";
const CHECKED = "seamark_agreement_checked_timestamp_seconds";
/** A check that has not reported for so long says nothing any more. */
const LONGEST_SILENCE_SECONDS = 900;

const HEADER: readonly string[] = [
  "# Alert rules for agreements between components, written by Seamark.",
  "# They need two gauges from whatever checks the agreements, with the label seam as below:",
  `#   ${HOLDS}{seam="a~b"}   1 while both sides agreed at the last check, else 0`,
  `#   ${CHECKED}{seam="a~b"}   when that check ended, in Unix time`,
  `# An agreement that was not checked for ${LONGEST_SILENCE_SECONDS / 60} minutes is unknown, and never healthy. Change the number where`,
  "# checks run less often.",
];

function rulesFor(invariant: ExportedInvariant, names: ReadonlyMap<string, string>): readonly string[] {
  const [a, b] = invariant.between;
  const selector = `{seam="${pairKey(a, b)}"}`;
  const sides = `“${names.get(a) ?? a}” and “${names.get(b) ?? b}”`;
  return [
    ...rule(invariant, {
      alert: "SeamarkAgreementBroken",
      expression: `min by (seam) (${HOLDS}${selector}) == 0`,
      wait: "1m",
      severity: "critical",
      summary: `${sides} no longer agree`,
      advice: `Compare what the two hold before either is changed or restarted: each may be right by its own measure.${owned(invariant)}`,
    }),
    ...rule(invariant, {
      alert: "SeamarkAgreementNotChecked",
      expression:
        `time() - max by (seam) (${CHECKED}${selector}) > ${LONGEST_SILENCE_SECONDS} ` +
        `or absent(${CHECKED}${selector}) or absent(${HOLDS}${selector})`,
      wait: "5m",
      severity: "warning",
      summary: `Nobody knows whether ${sides} agree`,
      advice: `See whether the check runs, and whether it reaches both sides: until then it is not known whether this holds.${owned(invariant)}`,
    }),
  ];
}

interface Alert {
  readonly alert: string;
  readonly expression: string;
  /** How long it must be so. */
  readonly wait: string;
  readonly severity: string;
  readonly summary: string;
  readonly advice: string;
}

function rule(invariant: ExportedInvariant, alert: Alert): readonly string[] {
  const { between, sentence, ladder, mechanism, title, zone, moves } = invariant;
  const { rung, limitedTo, withoutStatement } = ladder;
  const conditions = limitedTo.length === 0 ? "" : `, shown only: ${limitedTo.join(", ")}`;
  const labels = {
    severity: alert.severity,
    seam: pairKey(...between),
    ...(zone === null ? {} : { zone }),
    ...(mechanism === null ? {} : { mechanism }),
    rung,
  };
  const annotations = {
    summary: alert.summary,
    description: sentence,
    what_to_do: alert.advice,
    ...(title === "" ? {} : { mechanism: title }),
    ...(moves.length === 0 ? {} : { move: moves.join(" ") }),
    rung: `${rung}${conditions}${withoutStatement ? ", and written down nowhere" : ""}`,
  };
  return [
    `      - alert: ${alert.alert}`,
    `        expr: ${quoted(alert.expression)}`,
    `        for: ${alert.wait}`,
    "        labels:",
    ...entries(labels),
    "        annotations:",
    ...entries(annotations),
  ];
}

function owned({ owner }: ExportedInvariant): string {
  return owner === "" ? " Nobody is named as its owner." : ` Its owner is ${owner}.`;
}

function entries(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).map(([name, text]) => `          ${name}: ${quoted(notTemplate(text))}`);
}

/** Labels and annotations are templates of Go: what begins an action is written as an action that prints it. */
function notTemplate(text: string): string {
  return text.replaceAll("{{", '{{"{{"}}');
}

/** What a reader of YAML refuses, takes for a line break, or does not show. Inside quotes, as an escape, it is text. */
const UNSEEN = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    UNSEEN,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
