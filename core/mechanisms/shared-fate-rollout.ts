import type { Connection } from "../architecture/architecture.schema.ts";
import { perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf, type SketchEditor } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A change reaches everything that was meant to fail independently, at the same moment. */
export const sharedFateRollout: Mechanism = {
  key: "shared-fate-rollout",
  zone: "resilience",
  failureClass: "level-mismatch",
  title: "One change, everywhere at once",
  description:
    "Copies, regions and instances are there so that not all fail together. What configures them reaches all of them at " +
    "once, by a way that is not treated as a release.",
  propose: (graph) => onePerPair(graph.architecture.connections.flatMap((way) => matchesOf(graph, way))),
  evidence: [
    {
      on: "way",
      fact: "rollout",
      answers: {
        "all-at-once": [STRONG, "a change reaches all of them at once"],
        staged: [-STRONG, "a change reaches them step by step"],
      },
    },
    {
      on: "way",
      fact: "scope",
      answers: {
        "many-targets": [MODERATE, "one change reaches many targets"],
        "single-target": [-MODERATE, "one change reaches one target"],
      },
    },
    {
      on: "way",
      fact: "validation",
      answers: {
        none: [STRONG, "nothing checks what is rolled out"],
        "at-source": [0, "what is rolled out is checked where it comes from"],
        "at-target": [-MODERATE, "what is rolled out is checked where it arrives"],
        both: [-MODERATE, "what is rolled out is checked at both ends"],
      },
    },
    {
      on: "target",
      fact: "onPoison",
      answers: {
        stops: [STRONG, "an input it cannot process stops it"],
        "retries-forever": [MODERATE, "an input it cannot process is tried for ever"],
        "sets-aside": [-MODERATE, "an input it cannot process is set aside"],
        drops: [-SLIGHT, "an input it cannot process is dropped"],
      },
    },
  ],
  word: (match, graph) => {
    const [source, target] = match.between.map(graph.name);
    const object = objectOf(graph, match, "way", "change");
    return {
      invariant: `Whatever ${object} comes from ${source}, every ${target} that loads it goes on working, or only a few load it before that is known.`,
      contradiction: `${object} from ${source} has to be in force everywhere at once, and must not be able to fail everywhere at once.`,
    };
  },
  absentLayer:
    "A release process for data that steers behaviour: stages, a check at the target, and a way to stop.",
  moves: [
    {
      key: "stage-by-stage",
      text: "Roll the change out in stages that fail separately, and let each stage prove itself before the next.",
      apply: stageByStage,
    },
    {
      key: "keep-the-last-good",
      text: "Put what was last good between the source and the target, and let in a new state only once it has loaded.",
      apply: keepTheLastGood,
    },
  ],
  sources: [
    {
      title: "Google Cloud incident ow5i3PPK96RduMcb1SsW, 12 June 2025",
      publisher: "Google Cloud",
      url: "https://status.cloud.google.com/incidents/ow5i3PPK96RduMcb1SsW",
      supports:
        "A policy with blank fields was replicated to all regions within seconds, while binaries went out region by region.",
    },
    {
      title: "CrowdStrike issues preliminary review on Falcon sensor and Windows OS outage",
      publisher: "The InfoStride",
      url: "https://www.theinfostride.com/crowdstrike-issues-preliminary-review-on-falcon-sensor-and-windows-os-outage/",
      supports: "Sensor releases were staged, response content went to all hosts directly.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the targets", projection: "share of targets that run the newest state" },
      {
        from: "the rollout",
        projection: "share of targets on which that state has proved itself, plus one stage",
      },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "stages" },
    maximumAgeSeconds: 60,
    sentence: "No state is on more targets than those where it was shown to work, and one stage beyond.",
  },
  falseAlarms: [
    "There is one target only, and nothing else was meant to survive it.",
    "What is handed over is a key or a certificate that steers nothing.",
  ],
  sketchMayBeWrong: [
    "The one connection stands for many that are changed one after the other.",
    "Source and target are one deployment, and the change goes out as its release.",
  ],
  migration: "To the next kind of data that reaches everything and is not called a release.",
};

/** The direct way from a source to what loads it, and the sources whose state is copied into that source. */
function matchesOf(graph: SketchGraph, way: Connection): readonly Match[] {
  if (way.kind !== "configure") return [];
  const copies = graph
    .incoming(way.from)
    .filter(({ kind, carries }) => kind === "replicate" && carries === way.carries);
  return [matchOf(graph, way.from, way, []), ...copies.map((copy) => matchOf(graph, copy.from, way, [copy]))];
}

const isDecidedAbout = perId((graph, objectId) =>
  graph.carrying(objectId).some(({ kind }) => kind === "decide"),
);

function matchOf(graph: SketchGraph, source: string, way: Connection, copies: readonly Connection[]): Match {
  const target = way.to;
  const serving = graph
    .incoming(target)
    .filter(({ kind }) => kind === "call" || kind === "decide" || kind === "send");
  const judged = way.carries !== null && isDecidedAbout(graph, way.carries);
  const kind = graph.components.get(source)?.kind ?? "";
  return {
    between: [source, target],
    parts: { way: [connection(way)], target: [component(target)] },
    signs: [
      ...signIf(true, "steers", SLIGHT, `${graph.name(source)} steers what ${graph.name(target)} does`, [
        connection(way),
      ]),
      ...signIf(
        serving.length > 0,
        "on-the-path",
        MODERATE,
        `${graph.name(target)} stands in the way of every request`,
        serving.map(connection),
      ),
      ...signIf(
        copies.length > 0,
        "copied-out",
        STRONG,
        "a change is copied to every place at once",
        copies.map(connection),
      ),
      ...signIf(kind === "store", "data-path", MODERATE, "the change travels as data, not as a release", [
        component(source),
      ]),
      ...signIf(judged, "judged", -MODERATE, "somebody decides about the change before it goes out", [
        connection(way),
      ]),
    ],
  };
}

function stageByStage(graph: SketchGraph, match: Match): readonly Edit[] | null {
  return between(graph, match, (editor, way) =>
    editor.component("stages", `Stages of ${carriedName(graph, way, "changes")}`, "controller", way.from),
  );
}

function keepTheLastGood(graph: SketchGraph, match: Match): readonly Edit[] | null {
  return between(graph, match, (editor, way) =>
    editor.component("last-good", `Last good ${carriedName(graph, way, "state")}`, "config", way.to, {
      inputLimit: "checked",
      onPoison: "sets-aside",
    }),
  );
}

/** Puts something between source and target that lets a change on step by step, after a check. */
function between(
  graph: SketchGraph,
  match: Match,
  newcomer: (editor: SketchEditor, way: Connection) => string,
): readonly Edit[] | null {
  const ways = connectionsIn(graph, match, "way");
  const [first] = ways;
  if (first === undefined) return null;
  const editor = editorOf(graph);
  const middle = newcomer(editor, first);
  const inStages = { rollout: "staged", scope: "single-target", validation: "both" };
  for (const source of new Set(ways.map(({ from }) => from)))
    editor.connect("configure", source, middle, first.carries, { validation: "at-target" });
  for (const { id } of ways) editor.rewire(id, { from: middle }, inStages);
  return editor.edits();
}
