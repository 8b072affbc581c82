import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** When the decision cannot be had, the action goes on without it. */
export const failOpen: Mechanism = {
  key: "fail-open",
  zone: "authorization",
  failureClass: "assumption-violation",
  title: "No answer counts as yes",
  description:
    "Somebody acts on a decision it asks for. What it does when no decision comes was settled by whoever wrote the error " +
    "handling, and an attacker can bring that case about.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "decide")
        .map((decision) => matchOf(graph, decision)),
    ),
  evidence: [
    {
      on: "asker",
      fact: "onDependencyLoss",
      answers: {
        "fails-open": [DECISIVE, "without a decision it lets through"],
        degrades: [MODERATE, "without a decision it goes on with less"],
        "serves-stale": [SLIGHT, "without a decision it goes by an older one"],
        "fails-closed": [-DECISIVE, "without a decision it refuses"],
        stops: [-STRONG, "without a decision it stops"],
      },
    },
    {
      on: "decider",
      fact: "onDependencyLoss",
      answers: {
        "fails-open": [STRONG, "the decider itself allows when something it needs is away"],
        "fails-closed": [-SLIGHT, "the decider itself refuses when something it needs is away"],
      },
    },
    {
      on: "decision",
      fact: "onFailure",
      answers: { "falls-back": [STRONG, "a decision that does not come is replaced by something else"] },
    },
    {
      on: "decision",
      fact: "timeout",
      answers: {
        "shorter-than-caller": [
          SLIGHT,
          "waiting for a decision ends before the caller gives up, so something is done without it",
        ],
        none: [-SLIGHT, "nothing is done before the decision comes"],
      },
    },
  ],
  word: (match, graph) => {
    const [asker, decider] = match.between.map(graph.name);
    const object = objectOf(graph, match, "decision", "request");
    return {
      invariant: `${asker} acts on no ${object} for which it has no decision of ${decider}, whatever the reason that none came.`,
      contradiction: `${asker} has to go on serving, and must not go on without ${decider}.`,
    };
  },
  absentLayer: "A third answer beside yes and no: what “no decision” means, agreed by both sides.",
  moves: [
    "Write down for every decision what its absence means, and let a test take the decider away.",
    "Put the decider where it cannot be lost without the action being lost as well.",
  ],
  migration: "To the pressure on availability: the next outage of the decider stops what it guards.",
};

function matchOf(graph: SketchGraph, decision: Connection): Match {
  const { from: asker, to: decider } = decision;
  const needs = graph.outgoing(decider).filter(({ kind }) => kind === "call" || kind === "read");
  return {
    between: [asker, decider],
    parts: { decision: [connection(decision)], asker: [component(asker)], decider: [component(decider)] },
    signs: [
      ...signIf(
        true,
        "asks",
        SLIGHT,
        `${graph.name(asker)} goes on or not by what ${graph.name(decider)} answers`,
        [connection(decision)],
      ),
      ...signIf(
        needs.length > 0,
        "can-be-lost",
        MODERATE,
        `${graph.name(decider)} needs others to answer, and can fail with them`,
        needs.map(connection),
      ),
      ...signIf(
        graph.components.get(asker)?.kind === "gateway",
        "gateway-asks",
        SLIGHT,
        `${graph.name(asker)} is expected to stay available`,
        [component(asker)],
      ),
    ],
  };
}
