import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Decider and actor each take the same object apart, and the two readings differ. */
export const parserDifferential: Mechanism = {
  key: "parser-differential",
  zone: "authorization",
  failureClass: "assumption-violation",
  title: "Two readings of one object",
  description:
    "The same message is taken apart twice: once to decide about it, once to act on it. Wherever the two readings can " +
    "differ, somebody can write a message that is harmless in one and not in the other.",
  propose: (graph) =>
    onePerPair(
      judgedObjects(graph)
        .filter(({ askerActs, askerForwards }) => !(askerActs && askerForwards))
        .map((judged) => matchOf(graph, judged)),
    ),
  evidence: [
    {
      on: "decision",
      fact: "transform",
      answers: {
        "parsed-again": [STRONG, "the decider takes the object apart for itself"],
        normalized: [MODERATE, "the object is normalized for the decision, by rules of its own"],
        translated: [SLIGHT, "the object is put into another form before it is judged"],
        none: [-MODERATE, "the object reaches the decision unchanged"],
        truncated: [-SLIGHT, "the decider sees a part, so what differs is what is left out"],
        summarized: [-SLIGHT, "the decider sees a summary, so what differs is what is left out"],
      },
    },
    {
      on: "deliveries",
      fact: "transform",
      answers: {
        "parsed-again": [STRONG, "the actor takes the object apart once more"],
        normalized: [SLIGHT, "the object is normalized again on its way to the actor"],
        none: [-SLIGHT, "the actor gets the object as it is"],
      },
    },
    {
      on: "decision",
      fact: "reference",
      answers: { "content-digest": [-MODERATE, "the decision names the object by its content"] },
    },
    {
      on: "deliveries",
      fact: "version",
      answers: {
        independent: [SLIGHT, "both ends change their reading on their own"],
        "ships-together": [-SLIGHT, "both readings ship together"],
      },
    },
    {
      on: "decider",
      fact: "inputLimit",
      answers: {
        unchecked: [
          -SLIGHT,
          "a limit nobody checks points to something left out rather than read differently",
        ],
      },
    },
  ],
  word: (match, graph) => {
    const [decider, actor] = match.between.map(graph.name);
    const object = objectOf(graph, match, "decision", "message");
    return {
      invariant: `${decider} and ${actor} read every ${object} alike: what the one judged is what the other takes out of it.`,
      contradiction: `${decider} and ${actor} have to understand the same ${object}, and each has to understand it for itself.`,
    };
  },
  absentLayer: "One reading of the object that both sides share: nothing makes the two readings the same.",
  moves: [
    "Parse once, and hand the parsed value to whoever decides and to whoever acts.",
    "Refuse whatever has more than one reading, before either side sees it.",
  ],
  migration: "To the next corner of the grammar in which the two readers differ.",
};

function matchOf(graph: SketchGraph, judged: JudgedObject): Match {
  const { decision, decider, actor, deliveries } = judged;
  const ways = [connection(decision), ...deliveries.map(connection)];
  const readsMessages = ["service", "gateway"].includes(graph.components.get(actor)?.kind ?? "");
  return {
    between: [decider, actor],
    parts: {
      decision: [connection(decision)],
      decider: [component(decider)],
      deliveries: deliveries.map(connection),
    },
    signs: [
      ...signIf(
        true,
        "two-readers",
        MODERATE,
        `${graph.name(decider)} and ${graph.name(actor)} each read the same object`,
        ways,
      ),
      ...signIf(
        !judged.askerActs,
        "handed-to-both",
        MODERATE,
        "the same object is handed to both, one after the other",
        ways,
      ),
      ...signIf(
        readsMessages,
        "reads-messages",
        MODERATE,
        `${graph.name(actor)} works on what it reads out of messages`,
        [component(actor)],
      ),
      ...signIf(
        judged.isFromOutside,
        "from-outside",
        MODERATE,
        "the object is written outside, by somebody who can choose its form",
        ways,
      ),
      ...signIf(
        judged.isInline,
        "inline",
        -DECISIVE,
        `${graph.name(decider)} hands on what it has read`,
        ways,
      ),
    ],
  };
}
