import type { Connection } from "../architecture/architecture.schema.ts";
import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { throughDecider } from "../diagnosis/judged-moves.ts";
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
    {
      key: "decide-inline",
      text: "Put the decider where it cannot be lost without the action being lost as well.",
      apply: actThroughTheDecider,
    },
    {
      key: "wait-for-the-decision",
      text: "Give “no decision” a place of its own: what is undecided waits, and is acted on only by way of a decision.",
      apply: waitForTheDecision,
    },
  ],
  sources: [
    {
      title:
        "Fix #20508: authorization plugin enabled with large text/JSON POST payload corrupts body (pull request 20602)",
      publisher: "moby/moby",
      url: "https://github.com/moby/moby/pull/20602",
      supports:
        "A body that could not be handed over was left out, and the request went on to be approved without it.",
    },
    {
      title: "Google Cloud incident ow5i3PPK96RduMcb1SsW, 12 June 2025",
      publisher: "Google Cloud",
      url: "https://status.cloud.google.com/incidents/ow5i3PPK96RduMcb1SsW",
      supports:
        "The other side of the same agreement: a check that could not answer stopped what it guards, and was then to be made to fail open.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "whoever asks", projection: "number of actions" },
      { from: "whoever decides", projection: "number of decisions that allow" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "actions" },
    maximumAgeSeconds: 60,
    sentence: "There are never more actions than decisions that allow one, also while the decider is away.",
  },
  falseAlarms: [
    "Letting through without a decision is the stated policy, and somebody owns the risk.",
    "The decision is advice, and a person settles the matter afterwards.",
  ],
  sketchMayBeWrong: [
    "The decider is a library inside of the asker, and cannot be away by itself.",
    "What looks like a decision is a notice whose answer nobody uses.",
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

/** What the asker acted on, it hands to the decider, and the decider hands it on. */
function actThroughTheDecider(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [first] = actedOn(graph, match);
  if (first === undefined) return null;
  const { decider, actor, deliveries, decision } = first;
  return throughDecider(graph, [decider, actor], [decision], deliveries);
}

function waitForTheDecision(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [first] = actedOn(graph, match);
  if (first === undefined || first.askerActs) return null;
  const { asker, decider, actor, decision, deliveries } = first;
  const editor = editorOf(graph);
  const name = `Undecided ${carriedName(graph, decision, "requests")}`;
  const queue = editor.component("undecided", name, "queue", asker, { admission: "total" });
  editor.rewire(decision.id, { kind: "send", to: queue }, { delivery: "at-least-once" });
  editor.connect("send", queue, decider, decision.carries, { delivery: "at-least-once" });
  for (const { id } of deliveries) editor.remove(id);
  editor.connect("call", decider, actor, decision.carries, { contextPropagated: true });
  return editor.edits();
}

/** Where the asker hands the object on, the last of those who act on it; otherwise the asker itself. */
function actedOn(graph: SketchGraph, match: Match): readonly JudgedObject[] {
  const [asker] = match.between;
  const [decision] = connectionsIn(graph, match, "decision");
  return judgedObjects(graph)
    .filter((judged) => judged.decision.id === decision?.id && judged.asker === asker)
    .toSorted((a, b) => Number(a.askerActs) - Number(b.askerActs));
}
