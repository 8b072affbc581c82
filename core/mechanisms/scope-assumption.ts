import type { Connection } from "../architecture/architecture.schema.ts";
import { perGraph, perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
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
    "Let the action say how many it is meant for, and refuse it when it would reach more.",
    "Divide the target into parts that cannot be acted on together.",
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
