import type { Connection } from "../architecture/architecture.schema.ts";
import { isOutside } from "../architecture/flow.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
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
    onePerPair([
      ...graph.architecture.connections
        .filter(({ kind }) => kind === "read")
        .flatMap((taking) => matchOf(graph, taking)),
      ...graph.architecture.connections
        .filter(({ kind }) => kind === "send" || kind === "call")
        .flatMap((taking) => matchedAgain(graph, taking)),
    ]),
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
    {
      key: "carry-the-identity",
      text: "Let every item carry what it belongs to, and refuse items without it.",
      apply: carryTheIdentity,
    },
    {
      key: "compare-at-the-end",
      text: "Let the last step compare what it acts on with what the first step was asked for.",
      apply: compareAtTheEnd,
    },
  ],
  sources: [
    {
      title: "2020.02.29 CAA Rechecking Bug",
      publisher: "Let's Encrypt community",
      url: "https://community.letsencrypt.org/t/2020-02-29-caa-rechecking-bug/114591",
      supports: "One name was checked as often as there were names, instead of each name once.",
    },
    {
      title: "va: Fix deployability of CAA change in #8153",
      publisher: "letsencrypt/boulder pull request 8190",
      url: "https://github.com/letsencrypt/boulder/pull/8190",
      supports: "Years later a field that says what a recheck is about was not filled by older callers.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the last step", projection: "identities that the results are filed under" },
      { from: "the first step", projection: "identities that were handed over" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "identities" },
    maximumAgeSeconds: 3_600,
    sentence:
      "The set of identities at the end is the set at the beginning, each as often as it was handed over.",
  },
  falseAlarms: [
    "Only one item is on the way at any time, and nothing else can be meant.",
    "What is looked up does not depend on the item, such as a setting for all.",
  ],
  sketchMayBeWrong: [
    "The object contains its identity, and the drawing calls it by its content.",
    "What is handed on has nothing to do with what was taken in.",
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

/**
 * A component is handed pieces, looks up elsewhere what they belong to, and hands on or files the result: piece and
 * owner come by two ways and are put together again by it.
 */
function matchedAgain(graph: SketchGraph, taking: Connection): readonly Match[] {
  const { from: giver, to: taker, carries } = taking;
  const outgoing = graph.outgoing(taker).filter(({ to }) => to !== giver);
  const lookedUp = outgoing.filter((c) => c.kind === "read" && c.carries !== null && c.carries !== carries);
  const handing = outgoing.filter(
    (c) =>
      ["write", "send", "call"].includes(c.kind) &&
      c.carries !== null &&
      c.carries !== carries &&
      lookedUp.every((read) => read.carries !== c.carries),
  );
  if (carries === null || isOutside(graph, giver) || lookedUp.length === 0 || handing.length === 0) return [];
  return [
    {
      between: [giver, taker],
      parts: { taking: [connection(taking)], handing: handing.map(connection), taker: [component(taker)] },
      signs: [
        ...signIf(
          true,
          "matched-again",
          SLIGHT,
          `${graph.name(taker)} gets one thing from ${graph.name(giver)}, looks up another, and makes a third of both`,
          [connection(taking), ...lookedUp.map(connection), ...handing.map(connection)],
        ),
      ],
    },
  ];
}

function carryTheIdentity(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [giver, taker] = match.between;
  const taking = connectionsIn(graph, match, "taking");
  const [first] = taking;
  if (first === undefined || giver === taker) return null;
  const editor = editorOf(graph);
  const piece = editor.object("identified", `${carriedName(graph, first, "piece")} with its identity`);
  const named = { contextPropagated: true, validation: "both", transform: "none", version: "negotiated" };
  const before = graph
    .incoming(giver)
    .filter(({ kind, carries }) => kind === "send" && carries !== null && carries === first.carries);
  for (const { id } of [...taking, ...before]) editor.rewire(id, { carries: piece }, named);
  for (const { id } of connectionsIn(graph, match, "handing"))
    editor.rewire(id, {}, { contextPropagated: true });
  editor.bind(match.between, { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

function compareAtTheEnd(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [giver, taker] = match.between;
  const [taking] = connectionsIn(graph, match, "taking");
  if (taking === undefined || giver === taker) return null;
  const editor = editorOf(graph);
  const name = `Comparison of ${carriedName(graph, taking, "pieces")}`;
  const check = editor.component("comparison", name, "monitor", taker);
  const ends = connectionsIn(graph, match, "handing").map(({ to }) => to);
  for (const id of new Set([giver, ...ends]))
    editor.connect("observe", check, id, null, { freshness: "live" });
  editor.bind(match.between, { overseer: "third-party" });
  return editor.edits();
}
