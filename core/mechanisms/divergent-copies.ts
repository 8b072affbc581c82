import type { Connection } from "../architecture/architecture.schema.ts";
import { leadsTo } from "../architecture/flow.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import {
  component,
  connection,
  idsIn,
  namesOneOf,
  objectOf,
  onePerPair,
  signIf,
} from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Two places hold the same thing, and nothing carries a change from one to the other. */
export const divergentCopies: Mechanism = {
  key: "divergent-copies",
  zone: "coupling",
  failureClass: "hidden-dependency",
  title: "Copies that nothing keeps alike",
  description:
    "The same object is held in two places, each written by its own side. As long as both sides are used together the " +
    "copies agree; the first change that takes only one way divides them, and each place still reports health.",
  propose: (graph) => onePerPair(graph.architecture.objects.flatMap(({ id }) => matchesOf(graph, id))),
  evidence: [
    {
      on: "holders",
      fact: "stateAuthority",
      answers: {
        copy: [MODERATE, "one of them is a copy"],
        derived: [MODERATE, "one of them is derived"],
        authoritative: [SLIGHT, "one of them counts as the authoritative one"],
      },
    },
    {
      on: "writes",
      fact: "atomicity",
      answers: {
        unconditional: [MODERATE, "a copy is written without looking at the other"],
        conditional: [-SLIGHT, "a copy is written only if nothing changed meanwhile"],
      },
    },
    {
      on: "writes",
      fact: "atomicWith",
      answers: {
        alone: [MODERATE, "the two writes do not share their fate"],
        together: [-DECISIVE, "both are written together"],
      },
      classify: (value, match) => (namesOneOf(value, match, "writes") ? "together" : "alone"),
      imagine: (match) => ({ alone: [], together: idsIn(match, "writes") }),
    },
    {
      on: "writes",
      fact: "validation",
      answers: {
        none: [SLIGHT, "nothing compares what is written with the other place"],
        both: [-SLIGHT, "both ends check what is written"],
      },
    },
  ],
  word: (match, graph) => {
    const [a, b] = match.between.map(graph.name);
    const object = objectOf(graph, match, "writes", "object");
    return {
      invariant: `Whatever changes the ${object} in ${a} also changes it in ${b}, before either is relied on again.`,
      contradiction: `${a} and ${b} each have to hold the ${object} for their own side, and it has to be one ${object}.`,
    };
  },
  absentLayer: "An owner of the object: neither place is told when the other changes.",
  moves: [
    {
      key: "one-owner",
      text: "Let one place own the object, and let the other be filled from it and by nothing else.",
      apply: oneOwner,
    },
    {
      key: "compare-before-use",
      text: "Let a reconciliation read both, and refuse with a sentence that names the difference.",
      apply: compareBeforeUse,
    },
  ],
  sources: [
    {
      title: "Device token mismatch after re-pairing - cron tool fails",
      publisher: "openclaw/openclaw issue 18175",
      url: "https://github.com/openclaw/openclaw/issues/18175",
      supports:
        "Two stores kept the same token; after a new pairing one had the old, and some operations failed.",
    },
    {
      title: "More details regarding cause of CrowdStrike outage revealed",
      publisher: "SC Media",
      url: "https://www.scmagazine.com/brief/more-details-regarding-cause-of-crowdstrike-outage-revealed",
      supports: "Validator and interpreter each had their own idea of how many inputs there are.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the one place", projection: "digest for each key" },
      { from: "the other place", projection: "digest for the same keys" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "keys that differ in two readings one after the other" },
    maximumAgeSeconds: 900,
    sentence: "A quarter of an hour after the last change, both places give the same digest for every key.",
  },
  falseAlarms: [
    "Each place holds its own part, and no entry is in both.",
    "One of the two is an archive, and is meant to keep what was.",
  ],
  sketchMayBeWrong: [
    "A copying job that nobody thought of as a connection keeps the two alike.",
    "The two hold different things that people call by one word.",
  ],
  migration: "To the next change of the object that knows of one place only.",
};

const HOLDERS = new Set(["store", "config", "directory"]);

function matchesOf(graph: SketchGraph, objectId: string): readonly Match[] {
  const writes = graph.mostSpecific(
    graph
      .carrying(objectId)
      .filter(({ kind, to }) => kind === "write" && HOLDERS.has(graph.components.get(to)?.kind ?? "")),
  );
  const holders = [...new Set(writes.map(({ to }) => to))];
  return holders.flatMap((a, i) => holders.slice(i + 1).flatMap((b) => matchOf(graph, a, b, writes)));
}

function matchOf(graph: SketchGraph, a: string, b: string, all: readonly Connection[]): readonly Match[] {
  if (isKeptAlike(graph, a, b) || isKeptAlike(graph, b, a)) return [];
  const writes = all.filter(({ to }) => to === a || to === b);
  const writersOf = (id: string) => new Set(writes.filter(({ to }) => to === id).map(({ from }) => from));
  const writersOfB = writersOf(b);
  const isApart = [...writersOf(a)].every((writer) => !writersOfB.has(writer));
  const readers = [...graph.incoming(a), ...graph.incoming(b)].filter(
    (c) => c.kind === "read" && c.carries === writes[0]?.carries,
  );
  return [
    {
      between: [a, b],
      parts: { holders: [component(a), component(b)], writes: writes.map(connection) },
      signs: [
        ...signIf(
          true,
          "two-holders",
          STRONG,
          `${graph.name(a)} and ${graph.name(b)} hold the same object, and nothing copies it from one to the other`,
          writes.map(connection),
        ),
        ...signIf(isApart, "own-writers", STRONG, "each is written by its own side", writes.map(connection)),
        ...signIf(
          readers.length > 0,
          "read-apart",
          SLIGHT,
          "each side reads its own",
          readers.map(connection),
        ),
      ],
    },
  ];
}

/** A copy follows another where replication leads from the one to the other. */
function isKeptAlike(graph: SketchGraph, from: string, to: string): boolean {
  const copies = (id: string) =>
    graph
      .outgoing(id)
      .filter(({ kind }) => kind === "replicate")
      .map((c) => c.to);
  return leadsTo(from, copies, (id) => id === to);
}

/** The owner is the place that is said to be authoritative; where neither or both are, the one named first. */
function oneOwner(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [a, b] = match.between;
  const writes = connectionsIn(graph, match, "writes");
  const [first] = writes;
  if (first === undefined || a === b) return null;
  const isOwner = (id: string) => graph.components.get(id)?.facts["stateAuthority"] === "authoritative";
  const [owner, copy] = isOwner(b) && !isOwner(a) ? [b, a] : [a, b];
  const editor = editorOf(graph);
  for (const way of writes.filter(({ to }) => to === copy)) editor.rewire(way.id, { to: owner });
  editor.connect("replicate", owner, copy, first.carries, { freshness: "lagging" });
  editor.rework(copy, { stateAuthority: "copy" });
  editor.bind(match.between, { sameObject: "derived", enforced: "by-construction" });
  return editor.edits();
}

function compareBeforeUse(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [a, b] = match.between;
  const [first] = connectionsIn(graph, match, "writes");
  if (first === undefined || a === b) return null;
  const editor = editorOf(graph);
  const check = editor.component("reconciliation", "Reconciliation", "monitor", a);
  for (const to of [a, b]) editor.connect("observe", check, to, first.carries, { freshness: "live" });
  editor.bind(match.between, { overseer: "third-party" });
  return editor.edits();
}
