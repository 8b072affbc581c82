import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
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
    "Give the remedy a budget for each period, and stop it when the symptom grows after it acted.",
    "Let it distinguish between “gone” and “not seen”, and act only on the first.",
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
