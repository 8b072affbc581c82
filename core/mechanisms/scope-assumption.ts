import type { Connection } from "../architecture/architecture.schema.ts";
import { perGraph, perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Somebody acts on what is believed to be one thing and is many. */
export const scopeAssumption: Mechanism = {
  key: "scope-assumption",
  zone: "coupling",
  failureClass: "level-mismatch",
  title: "One target that was many",
  description:
    "A person or a tool acts on something that others share. How far the action reaches is known to neither: the one " +
    "means a part, the other has no parts.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "control" || kind === "configure")
        .flatMap((action) => matchOf(graph, action)),
    ),
  evidence: [
    {
      on: "action",
      fact: "scope",
      answers: {
        "many-targets": [STRONG, "one action reaches many targets"],
        "single-target": [-STRONG, "one action reaches one target"],
      },
    },
    {
      on: "action",
      fact: "validation",
      answers: {
        none: [STRONG, "nothing checks how far the action reaches"],
        "at-source": [0, "the action is checked where it comes from"],
        "at-target": [-SLIGHT, "the action is checked where it takes effect"],
        both: [-MODERATE, "the action is checked at both ends"],
      },
    },
    {
      on: "action",
      fact: "rollout",
      answers: {
        "all-at-once": [MODERATE, "the action takes effect everywhere at once"],
        staged: [-MODERATE, "the action takes effect step by step"],
      },
    },
    {
      on: "action",
      fact: "reference",
      answers: {
        "mutable-name": [SLIGHT, "the target is named by a name that can grow"],
        "immutable-version": [-DECISIVE, "the target is named for good"],
      },
    },
  ],
  word: (match, graph) => {
    const [actor, target] = match.between.map(graph.name);
    const object = objectOf(graph, match, "action", "action");
    return {
      invariant: `No ${object} of ${actor} reaches more of ${target} than ${actor} means, and ${target} can tell the difference.`,
      contradiction: `${actor} has to be able to act on all of ${target}, and must not do so by accident.`,
    };
  },
  absentLayer: "The reach of an action as something the target can see and refuse.",
  moves: [
    {
      key: "state-the-reach",
      text: "Let the action say how many it is meant for, and let a gate at the target refuse it when it would reach more.",
      apply: stateTheReach,
    },
    {
      key: "divide-the-target",
      text: "Divide the target into parts that cannot be acted on together.",
      apply: divideTheTarget,
    },
  ],
  sources: [
    {
      title: "More details about the October 4 outage",
      publisher: "Meta Engineering",
      url: "https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/",
      supports:
        "A command that was to measure the backbone took all of it down, and the tool that should refuse it did not.",
    },
    {
      title: "Facebook withdraws its own DNS from the internet",
      publisher: "failure-modes.dev",
      url: "https://failure-modes.dev/library/fm-004",
      supports: "The sequence from one command to everything, put together from outside.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the target", projection: "number of parts that an action changed" },
      { from: "the actor", projection: "number of parts that the action named beforehand" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "parts" },
    maximumAgeSeconds: 3_600,
    sentence: "No action has changed more parts than it had said it would.",
  },
  falseAlarms: [
    "Acting on all of it is the purpose, and everybody who depends on it knows when.",
    "The action can be taken back at once, before anybody depends on its result.",
  ],
  sketchMayBeWrong: [
    "The target stands for many separate ones, and the action names one of them.",
    "Those who seem to depend on it can do without it for as long as the action lasts.",
  ],
  migration: "To the next tool that can reach all of it.",
};

const DEPENDING = new Set<Connection["kind"]>(["call", "read", "write", "send", "decide"]);

const waysInto = perGraph((graph) =>
  Map.groupBy(
    graph.architecture.connections.filter(({ kind }) => DEPENDING.has(kind)),
    ({ to }) => to,
  ),
);

/** Who depends on a component, all of them to be counted, and those to be shown. */
const dependentsOf = perId((graph, target) => {
  const dependents = [
    ...new Set(
      waysInto(graph)
        .get(target)
        ?.map(({ from }) => from),
    ),
  ];
  return { dependents, shown: graph.mostSpecificOf(dependents) };
});

function matchOf(graph: SketchGraph, action: Connection): readonly Match[] {
  const { from: actor, to: target } = action;
  const { dependents, shown } = dependentsOf(graph, target);
  if (dependents.length < 2) return [];
  const boundariesOf = (id: string) => graph.components.get(id)?.boundaries ?? [];
  const across = new Set(shown.flatMap(boundariesOf)).size > boundariesOf(target).length;
  const isPerson = graph.components.get(actor)?.kind === "person";
  const judged = graph
    .outgoing(actor)
    .filter(({ kind, carries }) => kind === "decide" && carries === action.carries);
  return [
    {
      between: [actor, target],
      parts: { action: [connection(action)], target: [component(target)] },
      signs: [
        ...signIf(
          true,
          "shared-target",
          SLIGHT,
          `${graph.name(actor)} acts on ${graph.name(target)}, which ${dependents.length} others depend on`,
          [connection(action), ...shown.map(component)],
        ),
        ...signIf(isPerson, "by-hand", MODERATE, `${graph.name(actor)} acts by hand`, [component(actor)]),
        ...signIf(
          across,
          "across",
          SLIGHT,
          "those who depend on it belong to different parts of the system",
          shown.map(component),
        ),
        ...signIf(
          judged.length > 0,
          "judged",
          -MODERATE,
          "somebody decides about the action first",
          judged.map(connection),
        ),
      ],
    },
  ];
}

function stateTheReach(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [actor, target] = match.between;
  const actions = connectionsIn(graph, match, "action");
  const [first] = actions;
  if (first === undefined || actor === target) return null;
  const editor = editorOf(graph);
  const gate = editor.component(
    "reach",
    `Reach of ${carriedName(graph, first, "actions")}`,
    "enforcer",
    target,
    {
      onDependencyLoss: "fails-closed",
    },
  );
  const stated = {
    scope: "single-target",
    reference: "immutable-version",
    validation: "both",
    rollout: "staged",
  };
  for (const way of actions) {
    editor.rewire(way.id, { to: gate }, { validation: "both" });
    editor.connect(way.kind, gate, target, way.carries, stated);
  }
  return editor.edits();
}

/** The action goes to a part of the target that one of those who depend on it has for itself. */
function divideTheTarget(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [actor, target] = match.between;
  const actions = connectionsIn(graph, match, "action");
  const kind = graph.components.get(target)?.kind;
  if (actions.length === 0 || actor === target || kind === undefined) return null;
  const using = graph
    .incoming(target)
    .filter((way) => ["call", "read", "write", "send", "decide"].includes(way.kind));
  const dependent = using.find(({ from }) => from !== target)?.from;
  if (dependent === undefined) return null;
  const editor = editorOf(graph);
  const part = editor.component("part", `Part of ${graph.name(target)}`, kind, target);
  for (const { id } of using.filter(({ from }) => from === dependent)) editor.rewire(id, { to: part });
  for (const { id } of actions) editor.rewire(id, { to: part }, { scope: "single-target" });
  return editor.edits();
}
