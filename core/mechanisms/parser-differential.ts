import type { Connection } from "../architecture/architecture.schema.ts";
import { deliveryOf } from "../architecture/flow.ts";
import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit, Ends } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { decideInline } from "../diagnosis/judged-moves.ts";
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
    {
      key: "parse-once",
      text: "Parse once, and hand the parsed value to whoever decides and to whoever acts.",
      apply: parseOnce,
    },
    {
      key: "decide-inline",
      text: "Let whoever acts take from the decider what the decider has read, instead of reading for itself.",
      apply: decideInline,
    },
  ],
  sources: [
    {
      title: "Fix vulnerabilities: CVE-2025-25291, CVE-2025-25292 (commit e9c1cdbd0f)",
      publisher: "SAML-Toolkits/ruby-saml",
      url: "https://github.com/SAML-Toolkits/ruby-saml/commit/e9c1cdbd0f9afa467b585de279db0cbd0fb8ae97",
      supports:
        "Signature and content were read by two parsers; attributes now come from the form that was verified.",
    },
    {
      title: "Inside GitHub: how we hardened our SAML implementation (summary)",
      publisher: "Plushcap, on a GitHub blog post",
      url: "https://www.plushcap.com/content/github/blog/github-inside-github-how-we-hardened-our-saml-implementation",
      supports: "Two readings side by side, and a refusal wherever they disagree.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the decider's parser", projection: "canonical form of the fields it decided by" },
      { from: "the actor's parser", projection: "canonical form of the same fields" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "messages" },
    maximumAgeSeconds: 3_600,
    sentence: "A sample of real messages goes through both parsers, and both come to the same fields.",
  },
  falseAlarms: [
    "Both sides use the same parser in the same version, and ship together.",
    "The format has one encoding only, fixed in length, so that there is nothing to read in two ways.",
  ],
  sketchMayBeWrong: [
    "The second reader forwards the message without looking into it.",
    "A step in between writes the message anew in canonical form and is missing from the drawing.",
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

/** The asker hands the raw object to one reader, and both sides get what that made of it. */
function parseOnce(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [, actor] = match.between;
  const decisions = connectionsIn(graph, match, "decision");
  const deliveries = connectionsIn(graph, match, "deliveries");
  const [decision] = decisions;
  if (decision === undefined || deliveries.length === 0) return null;
  const editor = editorOf(graph);
  const raw = carriedName(graph, decision, "message");
  const reader = editor.component("reader", `Reader of ${raw}`, "service", decision.from, {
    inputLimit: "checked",
  });
  const parsed = editor.object("parsed", `parsed ${raw}`);
  const whole = { transform: "none", reference: "by-value", version: "ships-together" };
  for (const { id } of decisions) editor.rewire(id, { from: reader, carries: parsed }, whole);
  if (actor === decision.from) {
    for (const way of deliveries) editor.rewire(way.id, takerEnd(way, reader));
    editor.connect("call", reader, actor, parsed, whole);
  } else {
    editor.connect("call", decision.from, reader, decision.carries, { transform: "parsed-again" });
    for (const way of deliveries) editor.rewire(way.id, { ...giverEnd(way, reader), carries: parsed }, whole);
  }
  editor.bind(match.between, { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

function giverEnd(way: Connection, id: string): Ends {
  return deliveryOf(way).giver === way.from ? { from: id } : { to: id };
}

function takerEnd(way: Connection, id: string): Ends {
  return deliveryOf(way).taker === way.to ? { to: id } : { from: id };
}
