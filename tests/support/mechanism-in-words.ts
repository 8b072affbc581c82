import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { sketchGraph, type SketchGraph } from "#core/architecture/sketch-graph.ts";
import { subjectKey, type Subject } from "#core/architecture/subject.ts";
import { probabilityOf } from "#core/diagnosis/belief.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { EvidenceRule, Match, Mechanism } from "#core/diagnosis/mechanism.ts";
import { incident, incidentIds } from "./incidents.ts";
import { MECHANISM_SKETCHES } from "./mechanism-sketches/index.ts";

/** All that a mechanism knows, sees and would change, as text that a person can read and approve. */
export function inWords(mechanism: Mechanism): string {
  const { hit, repaired, lookAlike } = MECHANISM_SKETCHES[mechanism.key];
  return [
    ...knowledge(mechanism),
    ...[hit, repaired, lookAlike.sketch].flatMap((sketch) => whatItSees(mechanism, sketch)),
    ...whatItWouldChange(mechanism, hit),
    ...incidentIds.flatMap((id) => whereElse(mechanism, id)),
    "",
  ].join("\n");
}

function knowledge(mechanism: Mechanism): readonly string[] {
  const { agreementCheck: check } = mechanism;
  return [
    `${mechanism.key}: ${mechanism.zone}, ${mechanism.failureClass}`,
    mechanism.title,
    mechanism.description,
    `absent layer: ${mechanism.absentLayer}`,
    `migration: ${mechanism.migration}`,
    ...mechanism.falseAlarms.map((text) => `false alarm: ${text}`),
    ...mechanism.sketchMayBeWrong.map((text) => `sketch may be wrong: ${text}`),
    ...mechanism.sources.map(({ title, publisher, url, supports }) =>
      ["source", title, publisher, url, supports].join(" | "),
    ),
    `check: ${check.reads.map(({ from, projection }) => `${projection} of ${from}`).join(` ${check.relation} `)}`,
    `  within ${check.tolerance.amount} ${check.tolerance.unit}, at most ${check.maximumAgeSeconds} s old`,
    `  ${check.sentence}`,
    "evidence",
    ...mechanism.evidence.flatMap(({ on, fact, answers }) => [
      `  ${on}.${fact}`,
      ...Object.entries(answers).map(([answer, [weight, because]]) => `    ${answer} ${weight} ${because}`),
    ]),
  ];
}

function whatItSees(mechanism: Mechanism, sketch: Architecture): readonly string[] {
  const graph = sketchGraph(sketch);
  return [
    `in “${sketch.title}”`,
    ...mechanism
      .propose(graph)
      .flatMap((match) => [
        `  ${match.between.join(" ~ ")}`,
        ...Object.entries(match.parts).map(([part, players]) => `    ${part}: ${keysOf(players)}`),
        ...match.signs.map(
          ({ sign, weight, because, elements }) => `    ${sign} ${weight} ${because} [${keysOf(elements)}]`,
        ),
        ...mechanism.evidence.flatMap((rule) => imagined(rule, match)),
        ...Object.values(mechanism.word(match, graph)).map((sentence) => `    ${String(sentence)}`),
      ]),
  ];
}

function imagined({ fact, imagine, classify }: EvidenceRule, match: Match): readonly string[] {
  return Object.entries(imagine?.(match) ?? {}).map(
    ([key, value]) =>
      `    ${fact} imagined ${key}: ${JSON.stringify(value)} is ${classify?.(value, match) ?? ""}`,
  );
}

function whatItWouldChange(mechanism: Mechanism, hit: Architecture): readonly string[] {
  const graph = sketchGraph(hit);
  return mechanism.moves.flatMap(({ key, text, apply }) => [
    `move ${key}: ${text}`,
    ...mechanism
      .propose(graph)
      .flatMap((match) => [`  at ${match.between.join(" ~ ")}`, ...editsOf(apply(graph, match))]),
  ]);
}

function editsOf(edits: ReturnType<Mechanism["moves"][number]["apply"]>): readonly string[] {
  return edits === null ? ["    nothing to change"] : edits.map((edit) => `    ${JSON.stringify(edit)}`);
}

/** On the corpus only where, how sure by the facts, and by which signs. */
function whereElse(mechanism: Mechanism, id: string): readonly string[] {
  const { architecture } = incident(id);
  const graph: SketchGraph = sketchGraph(architecture);
  const { candidates } = diagnose(architecture, [mechanism]);
  const odds = new Map(candidates.map(({ between, logOdds }) => [between.join(), logOdds]));
  return mechanism.propose(graph).map(({ between, signs }) => {
    const [a, b] = [...between].sort();
    const p = probabilityOf(odds.get([a, b].join()) ?? NaN).toFixed(2);
    return `${id}: ${between.join(" ~ ")} ${p} ${signs.map(({ sign }) => sign).join(" ")}`;
  });
}

function keysOf(subjects: readonly Subject[]): string {
  return subjects.map(subjectKey).join(" ");
}
