import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
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
    {
      key: "remember-identities",
      text: "Let the receiver record the identity of every message in the transaction of its effect.",
      apply: rememberIdentities,
    },
    {
      key: "state-the-result",
      text: "Make the effect a statement about the result, not about the change.",
      apply: stateTheResult,
    },
  ],
  sources: [
    {
      title: "Twilio",
      publisher: "Postmortem Index",
      url: "https://postmortems.app/postmortem/4fc691c5-2853-49c7-8797-a63249067ade",
      supports: "Each attempt charged the card again, because what the earlier one did was not recorded.",
    },
    {
      title: "Billing incident post-mortem, summary",
      publisher: "PlushCap",
      url: "https://www.plushcap.com/content/twilio/blog/2013-07-billing-incident-post-mortem-breakdown-analysis-and-root-cause-html",
      supports: "Fail-safes in the recharge and a comparison with the books as the correction.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the receiver", projection: "number of effects of the last hour" },
      { from: "the sender", projection: "number of different identities sent in the last hour" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "effects" },
    maximumAgeSeconds: 600,
    sentence: "There are never more effects than there were different messages.",
  },
  falseAlarms: [
    "The effect sets a value, and setting it again changes nothing.",
    "Receiver and sender share a transaction, so that a message is gone once its effect is there.",
  ],
  sketchMayBeWrong: [
    "A step that drops what it has seen stands before the receiver and is not drawn.",
    "What leaves the receiver is no effect of the message but work of its own.",
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

/** The first place that the receiver writes to remembers identities; the effect happens only with a new one. */
function rememberIdentities(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [sender, receiver] = match.between;
  const effects = connectionsIn(graph, match, "effects");
  if (effects.length === 0 || sender === receiver) return null;
  const editor = editorOf(graph);
  const written = effects.filter(({ kind }) => kind === "write");
  const memory =
    written[0]?.to ??
    editor.component("inbox", `Inbox of ${graph.name(receiver)}`, "store", receiver, {
      stateAuthority: "authoritative",
    });
  const remembered = editor.connect(
    "write",
    receiver,
    memory,
    editor.object("identity", "message identity"),
    {
      atomicity: "conditional",
      atomicWith: written.map(({ id }) => id),
    },
  );
  for (const { id } of written) editor.rewire(id, {}, { atomicity: "conditional", atomicWith: [remembered] });
  editor.rework(receiver, { idempotent: true });
  editor.bind(match.between, { enforced: "by-construction" });
  return editor.edits();
}

function stateTheResult(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [sender, receiver] = match.between;
  const written = connectionsIn(graph, match, "effects").filter(({ kind }) => kind === "write");
  const [first] = written;
  if (first === undefined || sender === receiver) return null;
  const editor = editorOf(graph);
  const result = editor.object("result", `resulting ${carriedName(graph, first, "state")}`);
  for (const { id } of written) editor.rewire(id, { carries: result }, { atomicity: "conditional" });
  editor.rework(receiver, { idempotent: true });
  return editor.edits();
}
