import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A message may come twice, to somebody for whom twice is not once. */
export const duplicateDelivery: Mechanism = {
  key: "duplicate-delivery",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "Once on one side, twice on the other",
  description:
    "The sender sends again when it does not hear that a message arrived. The receiver does again what it has done. Both " +
    "are right by their own rules.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "send")
        .flatMap((delivery) => matchOf(graph, delivery)),
    ),
  evidence: [
    {
      on: "delivery",
      fact: "delivery",
      answers: {
        "at-least-once": [STRONG, "a message may come more than once"],
        "at-most-once": [-STRONG, "a message comes at most once"],
        "exactly-once": [-MODERATE, "a message is said to come exactly once"],
      },
    },
    {
      on: "delivery",
      fact: "onFailure",
      answers: {
        retries: [MODERATE, "what is not acknowledged is sent again"],
        nothing: [-MODERATE, "what is not acknowledged is given up"],
      },
    },
    {
      on: "receiver",
      fact: "idempotent",
      answers: {
        false: [DECISIVE, "the same message twice has its effect twice"],
        true: [-DECISIVE, "the same message twice has no further effect"],
      },
    },
    {
      on: "effects",
      fact: "atomicity",
      answers: {
        unconditional: [MODERATE, "the effect is written without looking whether it was there"],
        transactional: [-SLIGHT, "the effect is written in a transaction"],
        conditional: [-MODERATE, "the effect is written only if it was not there"],
      },
    },
  ],
  word: (match, graph) => {
    const [sender, receiver] = match.between.map(graph.name);
    const object = objectOf(graph, match, "delivery", "message");
    return {
      invariant: `However often ${sender} sends one ${object}, its effect at ${receiver} happens once.`,
      contradiction: `${sender} has to send again to be sure, and ${receiver} must not act again.`,
    };
  },
  absentLayer: "The identity of a message, remembered where its effect happens.",
  moves: [
    "Let the receiver record the identity of every message in the transaction of its effect.",
    "Make the effect a statement about the result, not about the change.",
  ],
  migration: "To how long identities are remembered, and to effects outside the transaction.",
};

function matchOf(graph: SketchGraph, delivery: Connection): readonly Match[] {
  const { from: sender, to: receiver } = delivery;
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  if (["queue", "monitor", "person", "network"].includes(kindOf(receiver))) return [];
  const effects = graph
    .outgoing(receiver)
    .filter(({ kind }) => kind === "write" || kind === "send" || kind === "call");
  if (effects.length === 0) return [];
  const outside = effects.filter(({ to }) => kindOf(to) === "external");
  return [
    {
      between: [sender, receiver],
      parts: {
        delivery: [connection(delivery)],
        receiver: [component(receiver)],
        effects: effects.map(connection),
      },
      signs: [
        ...signIf(
          true,
          "acts-on-messages",
          SLIGHT,
          `${graph.name(receiver)} has effects of its own for each message`,
          [connection(delivery), ...effects.map(connection)],
        ),
        ...signIf(
          kindOf(sender) === "queue",
          "queue",
          MODERATE,
          `${graph.name(sender)} hands a message out again when it hears nothing`,
          [component(sender)],
        ),
        ...signIf(
          outside.length > 0,
          "outside-effect",
          MODERATE,
          "an effect outside cannot be taken back",
          outside.map(connection),
        ),
      ],
    },
  ];
}
