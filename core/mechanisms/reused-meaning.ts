import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { BoundaryKind } from "../architecture/vocabulary.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";
import { newName, sayWhatIsKnown } from "./reused-meaning.moves.ts";

/** A field, flag or name means one thing to the sender and another to a receiver that was changed at another time. */
export const reusedMeaning: Mechanism = {
  key: "reused-meaning",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "One word, two meanings",
  description:
    "What a message means is settled by the code at its ends. Where the two ends are changed at different times, the same " +
    "flag can switch on one thing at one end and another thing at the other.",
  propose: (graph) => {
    const liesApart = ownership(graph);
    return onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "send" || kind === "call")
        .flatMap((last) => messagesOver(graph, last))
        .flatMap((message) => matchOf(graph, message, liesApart(message.sender, message.receiver))),
    );
  },
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
    {
      key: "new-name",
      text: "Never give an old name a new meaning: add a new one, and refuse the old one once nobody should send it.",
      apply: newName,
    },
    {
      key: "say-what-is-known",
      text: "Let the receiver say which meanings it knows, and let the sender send no others.",
      apply: sayWhatIsKnown,
    },
  ],
  sources: [
    {
      title: "Order in the matter of Knight Capital Americas LLC, Release No. 70694",
      publisher: "U.S. Securities and Exchange Commission",
      url: "https://www.sec.gov/litigation/admin/2013/34-70694.pdf",
      supports:
        "A flag that had switched on an old function was used again, and one of eight servers still had the old function.",
    },
    {
      title: "In the Matter of Knight Capital Americas LLC, technical sections reproduced",
      publisher: "Outage Reports",
      url: "https://www.outagereports.net/in-the-matter-of-knight-capital-americas-llc-respondentpost-mortem/",
      supports: "The text on code, deployment and the return to the earlier version.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the sender", projection: "set of names and versions that it sent today" },
      { from: "every part of the receiver", projection: "set of names and versions that it knows" },
    ],
    relation: "is-contained-in",
    tolerance: { amount: 0, unit: "names" },
    maximumAgeSeconds: 3_600,
    sentence: "Whatever was sent today is known, in that version, to every part that can receive it.",
  },
  falseAlarms: [
    "Both ends are built from one definition and released together.",
    "The message has no fields whose meaning could change, only a file that nobody reads.",
  ],
  sketchMayBeWrong: [
    "The change that reaches the receiver is of another kind and leaves its reading alone.",
    "A translator between the two owns the meaning and is not drawn.",
  ],
  migration: "To the rollback: the old reading returns while the new messages stay.",
};

const WITHOUT_READING = new Set(["client", "person", "queue", "external"]);

/** A message as its two readers know it: one connection, or one into a queue and one out of it. */
interface Message {
  readonly sender: string;
  readonly receiver: string;
  readonly ways: readonly Connection[];
}

function messagesOver(graph: SketchGraph, last: Connection): readonly Message[] {
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  const first =
    kindOf(last.from) === "queue"
      ? graph.incoming(last.from).filter(({ kind, carries }) => kind === "send" && carries === last.carries)
      : [last];
  return first
    .map((way) => ({ sender: way.from, receiver: last.to, ways: [...new Set([way, last])] }))
    .filter(
      ({ sender, receiver }) =>
        sender !== receiver && !WITHOUT_READING.has(kindOf(sender)) && !WITHOUT_READING.has(kindOf(receiver)),
    );
}

function matchOf(
  graph: SketchGraph,
  { sender, receiver, ways }: Message,
  isOwnedApart: boolean,
): readonly Match[] {
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  const isChange = ({ kind }: Connection) => kind === "configure" || kind === "control";
  const changes = graph.incoming(receiver).filter((c) => isChange(c) && c.from !== sender);
  if (changes.length === 0 && !isOwnedApart) return [];
  const changers = new Set(changes.map(({ from }) => from));
  const changesBoth = graph.incoming(sender).some((c) => isChange(c) && changers.has(c.from));
  const byHand = changes.filter(({ from }) => kindOf(from) === "person");
  const both = [component(sender), component(receiver)];
  return [
    {
      between: [sender, receiver],
      parts: {
        message: ways.map(connection),
        change: changes.map(connection),
        receiver: [component(receiver)],
      },
      signs: [
        ...signIf(
          changes.length > 0,
          "changed-apart",
          MODERATE,
          `what ${graph.name(receiver)} makes of a message is changed without ${graph.name(sender)}`,
          [...ways.map(connection), ...changes.map(connection)],
        ),
        ...signIf(
          isOwnedApart,
          "owned-apart",
          MODERATE,
          `${graph.name(sender)} and ${graph.name(receiver)} are changed by different teams or ship separately`,
          both,
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

/** Tells whether the sketch puts two components into different teams, or into different things that ship together. */
function ownership(graph: SketchGraph): (a: string, b: string) => boolean {
  const kinds = new Map(graph.architecture.boundaries.map(({ id, kind }) => [id, kind]));
  const within = (id: string, kind: BoundaryKind) =>
    (graph.components.get(id)?.boundaries ?? []).filter((boundary) => kinds.get(boundary) === kind);
  return (a, b) =>
    (["team", "deployment"] as const).some((kind) => {
      const [ofA, ofB] = [within(a, kind), within(b, kind)];
      return ofA.length > 0 && ofB.length > 0 && !ofA.some((id) => ofB.includes(id));
    });
}
