import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** What is done about a symptom brings more of the symptom. */
export const remediationFeedback: Mechanism = {
  key: "remediation-feedback",
  zone: "resilience",
  failureClass: "level-mismatch",
  title: "A remedy that feeds the symptom",
  description:
    "A controller acts on what it observes. Its action takes capacity, state or time away from what it acts on, and so " +
    "brings about more of what made it act.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "control")
        .flatMap((control) => matchOf(graph, control)),
    ),
  evidence: [
    {
      on: "control",
      fact: "pacing",
      answers: {
        immediate: [STRONG, "it acts at once, and again at once"],
        "fixed-interval": [SLIGHT, "it acts at a fixed interval, whatever the last action did"],
        "admission-controlled": [-STRONG, "it acts only as fast as the last action has settled"],
      },
    },
    {
      on: "control",
      fact: "scope",
      answers: {
        "many-targets": [MODERATE, "one action reaches many"],
        "single-target": [-SLIGHT, "one action reaches one"],
      },
    },
    {
      on: "control",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks whether the action helped"],
        both: [-SLIGHT, "both ends check the action"],
      },
    },
    {
      on: "observing",
      fact: "freshness",
      answers: {
        lagging: [STRONG, "it acts on what is no longer so"],
        cached: [MODERATE, "it acts on a cached picture"],
        live: [-SLIGHT, "it acts on the live state"],
      },
    },
    {
      on: "acted",
      fact: "sizedFor",
      answers: {
        "steady-state": [MODERATE, "there is no room for what the action takes away"],
        "full-recovery": [-MODERATE, "there is room for what the action takes away"],
      },
    },
  ],
  word: ({ between: [controller, acted] }, { name }) => ({
    invariant: `Every action of ${name(controller)} on ${name(acted)} leaves less of what made it act, also while many act at once.`,
    contradiction: `${name(controller)} has to act on what it believes of ${name(acted)}, and its acting changes what it believes.`,
  }),
  absentLayer: "A bound on the remedy: how much it may take away while the symptom lasts.",
  moves: [
    {
      key: "remedy-under-budget",
      text: "Let the remedy pass a place that sees for itself, has a budget for each period, and stops when the symptom grows after it acted.",
      apply: remedyUnderBudget,
    },
    {
      key: "second-witness",
      text: "Give it a second witness, so that it distinguishes between “gone” and “not seen”, and acts only on the first.",
      apply: secondWitness,
    },
  ],
  sources: [
    {
      title: "A Consul agent restart empties Slack's cache",
      publisher: "failure-modes.dev",
      url: "https://failure-modes.dev/library/fm-011",
      supports: "Nodes that were only restarting counted as gone, and were replaced by empty ones.",
    },
    {
      title: "More details about the October 4 outage",
      publisher: "Meta Engineering",
      url: "https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/",
      supports:
        "Name servers that lost the data centres took themselves for ill, and all withdrew their routes.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the controller", projection: "number of those it took away in the period" },
      { from: "what it acts on", projection: "number that can be spared at the present load" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "instances" },
    maximumAgeSeconds: 30,
    sentence: "The remedy never takes away more than can be spared at that moment.",
  },
  falseAlarms: [
    "The action only adds, and takes nothing from what is in use.",
    "It acts on the order of a person, who sees the effect before the next action.",
  ],
  sketchMayBeWrong: [
    "What is observed and what is acted on are different groups of the same name.",
    "Observing feeds a picture for people and has no part in the action.",
  ],
  migration: "To the operator, who now has to decide what the remedy no longer does.",
};

function matchOf(graph: SketchGraph, control: Connection): readonly Match[] {
  const { from: controller, to: acted } = control;
  if (graph.components.get(controller)?.kind !== "controller") return [];
  const observing = graph.outgoing(controller).filter(({ kind }) => kind === "observe");
  const direct = observing.filter(({ to }) => to === acted);
  const indirect = observing.filter(({ to }) => to !== acted);
  if (observing.length === 0) return [];
  const others = graph.incoming(acted).filter(({ kind, from }) => kind === "control" && from !== controller);
  const served = graph.incoming(acted).filter(({ kind }) => ["call", "read", "write", "send"].includes(kind));
  return [
    {
      between: [controller, acted],
      parts: {
        control: [connection(control)],
        observing: observing.map(connection),
        acted: [component(acted)],
      },
      signs: [
        ...signIf(
          direct.length > 0,
          "closed-loop",
          MODERATE,
          `${graph.name(controller)} changes what it watches`,
          [connection(control), ...direct.map(connection)],
        ),
        ...signIf(
          direct.length === 0 && indirect.length > 0,
          "believes-others",
          MODERATE,
          `${graph.name(controller)} acts on ${graph.name(acted)} by what somebody else reports`,
          [connection(control), ...indirect.map(connection)],
        ),
        ...signIf(
          others.length > 0,
          "two-hands",
          SLIGHT,
          `others change ${graph.name(acted)} as well`,
          others.map(connection),
        ),
        ...signIf(
          served.length > 0,
          "in-use",
          SLIGHT,
          `${graph.name(acted)} is in use while it is changed`,
          served.map(connection),
        ),
      ],
    },
  ];
}

function remedyUnderBudget(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [controller, acted] = match.between;
  const controls = connectionsIn(graph, match, "control");
  const [first] = controls;
  if (first === undefined || controller === acted) return null;
  const editor = editorOf(graph);
  const name = `Budget of ${carriedName(graph, first, "remedies")}`;
  const budget = editor.component("remedy-budget", name, "controller", controller);
  const bounded = { pacing: "admission-controlled", scope: "single-target", validation: "both" };
  for (const way of controls) {
    editor.rewire(way.id, { to: budget }, bounded);
    editor.connect("control", budget, acted, way.carries, bounded);
  }
  editor.connect("observe", budget, acted, null, { freshness: "live" });
  return editor.edits();
}

function secondWitness(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [controller, acted] = match.between;
  if (controller === acted) return null;
  const editor = editorOf(graph);
  const witness = editor.component("witness", "Second witness", "monitor", acted);
  editor.connect("observe", witness, acted, null, { freshness: "live" });
  editor.connect("send", witness, controller, editor.object("sighting", "sighting"));
  for (const { id } of connectionsIn(graph, match, "control")) editor.rewire(id, {}, { validation: "both" });
  editor.bind(match.between, { overseer: "third-party" });
  return editor.edits();
}
