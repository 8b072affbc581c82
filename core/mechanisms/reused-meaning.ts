import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A field, flag or name means one thing to the sender and another to a receiver that was changed at another time. */
export const reusedMeaning: Mechanism = {
  key: "reused-meaning",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "One word, two meanings",
  description:
    "What a message means is settled by the code at its ends. Where the two ends are changed at different times, the same " +
    "flag can switch on one thing at one end and another thing at the other.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "send" || kind === "call")
        .flatMap((message) => matchOf(graph, message)),
    ),
  evidence: [
    {
      on: "message",
      fact: "version",
      answers: {
        independent: [STRONG, "each end changes its reading on its own"],
        negotiated: [-STRONG, "both ends negotiate which version they speak"],
        "ships-together": [-STRONG, "both ends ship together"],
      },
    },
    {
      on: "message",
      fact: "transform",
      answers: {
        "parsed-again": [SLIGHT, "the receiver reads the message for itself"],
        translated: [SLIGHT, "the message is translated on the way"],
      },
    },
    {
      on: "message",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks what the message says"],
        "at-source": [SLIGHT, "the message is checked by the rules of the sender only"],
        both: [-MODERATE, "both ends check the message"],
      },
    },
    {
      on: "change",
      fact: "rollout",
      answers: {
        staged: [MODERATE, "for a while some receivers run the old reading and some the new"],
        "all-at-once": [-SLIGHT, "all receivers change their reading at once"],
      },
    },
    {
      on: "change",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks that every receiver was changed"],
        both: [-SLIGHT, "both ends check the change"],
      },
    },
  ],
  word: (match, graph) => {
    const [sender, receiver] = match.between.map(graph.name);
    const object = objectOf(graph, match, "message", "message");
    return {
      invariant: `Every part of ${receiver} that can receive a ${object} gives each of its fields the meaning that ${sender} gave it.`,
      contradiction: `${sender} and ${receiver} have to change on their own, and have to mean the same at every moment.`,
    };
  },
  absentLayer: "The meaning as something both ends carry: a version, or a name that is never used again.",
  moves: [
    "Never give an old name a new meaning: add a new one, and refuse the old one once nobody should send it.",
    "Let the receiver say which meanings it knows, and let the sender send no others.",
  ],
  migration: "To the rollback: the old reading returns while the new messages stay.",
};

function matchOf(graph: SketchGraph, message: Connection): readonly Match[] {
  const { from: sender, to: receiver } = message;
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  if (
    ["client", "person", "queue", "external"].includes(kindOf(sender)) ||
    ["queue", "external", "person", "client"].includes(kindOf(receiver))
  )
    return [];
  const changes = graph
    .incoming(receiver)
    .filter(({ kind, from }) => (kind === "configure" || kind === "control") && from !== sender);
  if (changes.length === 0) return [];
  const changers = new Set(changes.map(({ from }) => from));
  const changesBoth = graph
    .incoming(sender)
    .some(({ kind, from }) => (kind === "configure" || kind === "control") && changers.has(from));
  const byHand = changes.filter(({ from }) => kindOf(from) === "person");
  return [
    {
      between: [sender, receiver],
      parts: {
        message: [connection(message)],
        change: changes.map(connection),
        receiver: [component(receiver)],
      },
      signs: [
        ...signIf(
          true,
          "changed-apart",
          MODERATE,
          `what ${graph.name(receiver)} makes of a message is changed without ${graph.name(sender)}`,
          [connection(message), ...changes.map(connection)],
        ),
        ...signIf(
          changesBoth,
          "changed-together",
          -DECISIVE,
          "the same hand changes both ends",
          changes.map(connection),
        ),
        ...signIf(
          changes.length > 1,
          "several-changers",
          SLIGHT,
          "several hands change the receiver",
          changes.map(connection),
        ),
        ...signIf(
          byHand.length > 0,
          "by-hand",
          MODERATE,
          "the receiver is changed by hand",
          byHand.map(connection),
        ),
        ...signIf(
          kindOf(receiver) === "executor",
          "executor",
          MODERATE,
          `${graph.name(receiver)} acts on what the message says`,
          [component(receiver)],
        ),
      ],
    },
  ];
}
