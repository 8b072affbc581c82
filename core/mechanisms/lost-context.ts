import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** On the way from one form into the next, what an item belongs to gets lost. */
export const lostContext: Mechanism = {
  key: "lost-context",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "Which of them it was about",
  description:
    "A component takes something out of what it was given and hands on something else. To whom, to what or to which attempt " +
    "the piece belonged is carried along by position, by order or by luck.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "read")
        .flatMap((taking) => matchOf(graph, taking)),
    ),
  evidence: [
    {
      on: "taking",
      fact: "contextPropagated",
      answers: {
        false: [STRONG, "what the piece belongs to does not travel along"],
        true: [-STRONG, "what the piece belongs to travels along"],
      },
    },
    {
      on: "handing",
      fact: "contextPropagated",
      answers: {
        false: [STRONG, "what it belongs to is not handed on"],
        true: [-SLIGHT, "what it belongs to is handed on"],
      },
    },
    {
      on: "taking",
      fact: "transform",
      answers: {
        "re-encoded": [STRONG, "it is encoded anew on the way"],
        translated: [MODERATE, "it is put into another form on the way"],
        summarized: [MODERATE, "it is summarized on the way"],
        none: [-MODERATE, "it arrives unchanged"],
      },
    },
    {
      on: "taking",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks that the piece belongs where it ends up"],
        both: [-SLIGHT, "both ends check what travels"],
      },
    },
    {
      on: "taking",
      fact: "reference",
      answers: { "content-digest": [-DECISIVE, "the piece is named by its content"] },
    },
  ],
  word: (match, graph) => {
    const [giver, taker] = match.between.map(graph.name);
    const object = objectOf(graph, match, "taking", "piece");
    return {
      invariant: `Whatever ${taker} takes out of ${object} still says what it belongs to, and that is what ${giver} meant.`,
      contradiction: `${giver} has to hand over many at once, and ${taker} has to know each of them for itself.`,
    };
  },
  absentLayer: "The identity of each piece as part of the piece.",
  moves: [
    "Let every item carry what it belongs to, and refuse items without it.",
    "Let the last step compare what it acts on with what the first step was asked for.",
  ],
  migration: "To the next step that keeps the piece and drops its name.",
};

/** A component reads a collection from a service and then asks or calls others about something else. */
function matchOf(graph: SketchGraph, taking: Connection): readonly Match[] {
  const { from: taker, to: giver, carries } = taking;
  if (carries === null) return [];
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  const handing = graph
    .outgoing(taker)
    .filter(
      (c) =>
        ["call", "decide"].includes(c.kind) && c.carries !== null && c.carries !== carries && c.to !== giver,
    );
  const deciding = handing.filter(
    ({ kind, to }) => kind === "decide" || ["enforcer", "executor"].includes(kindOf(to)),
  );
  if (deciding.length === 0) return [];
  const behind = graph
    .outgoing(giver)
    .filter((c) => c.kind === "read" && c.carries !== carries && kindOf(c.to) === "store");
  const repeated = deciding.filter((c) =>
    deciding.some((other) => other.id !== c.id && other.to === c.to && other.carries === c.carries),
  );
  return [
    {
      between: [giver, taker],
      parts: { taking: [connection(taking)], handing: deciding.map(connection), taker: [component(taker)] },
      signs: [
        ...signIf(
          true,
          "takes-apart",
          MODERATE,
          `${graph.name(taker)} takes one thing from ${graph.name(giver)} and asks about another`,
          [connection(taking), ...deciding.map(connection)],
        ),
        ...signIf(
          kindOf(giver) === "service",
          "made-for-it",
          SLIGHT,
          `${graph.name(giver)} makes what it hands over`,
          [component(giver)],
        ),
        ...signIf(
          behind.length > 0,
          "changed-twice",
          STRONG,
          `${graph.name(giver)} has it in another form itself, so it changes form twice`,
          behind.map(connection),
        ),
        ...signIf(
          repeated.length > 0,
          "asked-again",
          MODERATE,
          "the same question is asked at different times, and the answers have to be kept apart",
          repeated.map(connection),
        ),
      ],
    },
  ];
}
