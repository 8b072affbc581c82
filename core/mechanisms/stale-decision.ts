import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A decision is made by a copy of what has changed since. */
export const staleDecision: Mechanism = {
  key: "stale-decision",
  zone: "authorization",
  failureClass: "assumption-violation",
  title: "Deciding by what used to hold",
  description:
    "The decider works from a copy of the rights, rules or identities it decides by. A right that was taken away goes on " +
    "being granted until the copy is renewed, and nobody said how long that may be.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.components
        .filter(({ kind }) => kind === "enforcer")
        .flatMap(({ id }) =>
          sourcesOf(graph, id).map(({ source, way, copies }) => matchOf(graph, id, source, way, copies)),
        ),
    ),
  evidence: [
    {
      on: "way",
      fact: "freshness",
      answers: {
        cached: [STRONG, "it decides by a cached copy"],
        lagging: [STRONG, "it decides by a copy that lags behind"],
        snapshot: [MODERATE, "it decides by a snapshot"],
        live: [-STRONG, "it decides by the live state"],
      },
    },
    {
      on: "way",
      fact: "validity",
      answers: {
        unlimited: [MODERATE, "what it decides by never runs out"],
        "expires-renewed-automatically": [-SLIGHT, "what it decides by runs out and is renewed"],
      },
    },
    {
      on: "decider",
      fact: "onDependencyLoss",
      answers: {
        "serves-stale": [STRONG, "without the source it goes on deciding by what it last knew"],
        "fails-closed": [-SLIGHT, "without the source it refuses"],
      },
    },
  ],
  word: (match, graph) => {
    const [source, decider] = match.between.map(graph.name);
    const object = objectOf(graph, match, "way", "what it decides by");
    return {
      invariant: `A change of ${object} in ${source} is in force at ${decider} within a time that both sides know, and no decision is older than that.`,
      contradiction: `${decider} has to decide at once and without ${source}, and has to decide by what ${source} says now.`,
    };
  },
  absentLayer: "The age of a decision: nothing says how old the knowledge behind it may be.",
  moves: [
    {
      key: "decide-at-the-source",
      text: "Let the decision read the source itself, and leave no copy in between.",
      apply: decideAtTheSource,
    },
    {
      key: "revoke-by-its-own-way",
      text: "Let revocation travel on a way of its own, and measure how long it takes to be in force.",
      apply: revokeByItsOwnWay,
    },
  ],
  sources: [
    {
      title: "2020.02.29 CAA Rechecking Bug",
      publisher: "Let's Encrypt community",
      url: "https://community.letsencrypt.org/t/2020-02-29-caa-rechecking-bug/114591",
      supports:
        "A check that had to be at most eight hours old was older, while the decision that rested on it counted.",
    },
    {
      title: "Device token mismatch persists after rotate and fresh pairing",
      publisher: "openclaw/openclaw issue 20679",
      url: "https://github.com/openclaw/openclaw/issues/20679",
      supports: "A token was changed at one side, and the copy that the other side went by stayed as it was.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the source", projection: "time of the latest change" },
      { from: "the decider", projection: "time of the change that it decides by" },
    ],
    relation: "equals",
    tolerance: { amount: 60, unit: "seconds" },
    maximumAgeSeconds: 120,
    sentence: "A marked change at the source is in force at the decider within a minute.",
  },
  falseAlarms: [
    "What is decided by is never taken back, only added to.",
    "Each decision is good for seconds, and the copy is younger than that.",
  ],
  sketchMayBeWrong: [
    "Changes also reach the decider by a way that is not drawn.",
    "The copy serves reports only, and no decision reads it.",
  ],
  migration: "To sessions, tokens and results that were handed out while the old state still counted.",
};

interface DecidedBy {
  readonly source: string;
  readonly way: Connection;
  readonly copies: readonly Connection[];
}

/** Where an enforcer gets what it decides by: from a holder directly, or from a copy of a holder further away. */
function sourcesOf(graph: SketchGraph, enforcer: string): readonly DecidedBy[] {
  const reads = graph
    .outgoing(enforcer)
    .filter(({ kind }) => kind === "read")
    .map((way) => ({ way, source: way.to }));
  const loads = graph
    .incoming(enforcer)
    .filter(({ kind }) => kind === "configure" || kind === "replicate")
    .map((way) => ({ way, source: way.from }));
  return [...reads, ...loads].flatMap(({ way, source }) => {
    const copies = graph.incoming(source).filter(({ kind }) => kind === "replicate");
    return [
      { source, way, copies: [] },
      ...copies.map((copy) => ({ source: copy.from, way, copies: [copy] })),
    ];
  });
}

function matchOf(
  graph: SketchGraph,
  decider: string,
  source: string,
  way: Connection,
  copies: readonly Connection[],
): Match {
  const isCache = graph.components.get(source)?.kind === "cache";
  const asked = graph.incoming(decider).filter(({ kind }) => kind === "decide");
  const changers = graph.incoming(source).filter(({ kind }) => kind === "write");
  return {
    between: [source, decider],
    parts: { way: [connection(way), ...copies.map(connection)], decider: [component(decider)] },
    signs: [
      ...signIf(
        true,
        "decides-by",
        SLIGHT,
        `${graph.name(decider)} decides by what ${graph.name(source)} holds`,
        [connection(way)],
      ),
      ...signIf(
        asked.length > 0,
        "is-asked",
        SLIGHT,
        `others act on what ${graph.name(decider)} decides`,
        asked.map(connection),
      ),
      ...signIf(copies.length > 0, "copied", MODERATE, "it gets there as a copy", copies.map(connection)),
      ...signIf(isCache, "cache", STRONG, "what it decides by is kept in a cache", [component(source)]),
      ...signIf(
        changers.length > 0,
        "changes",
        SLIGHT,
        `others change it in ${graph.name(source)}`,
        changers.map(connection),
      ),
    ],
  };
}

function decideAtTheSource(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [source, decider] = match.between;
  const ways = connectionsIn(graph, match, "way").filter((way) => way.from === decider || way.to === decider);
  const copied = ways.filter((way) => way.from !== source && way.to !== source);
  const pushed = ways.filter((way) => way.from === source && way.to === decider);
  const moved = [...copied, ...pushed];
  if (moved.length === 0 || source === decider) return null;
  const editor = editorOf(graph);
  for (const { id } of moved)
    editor.rewire(id, { kind: "read", from: decider, to: source }, { freshness: "live" });
  editor.bind([source, decider], { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

function revokeByItsOwnWay(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [source, decider] = match.between;
  if (source === decider) return null;
  const editor = editorOf(graph);
  const revocation = editor.object("revocation", "revocation");
  const queue = editor.component("revocations", "Revocations", "queue", source, { admission: "total" });
  editor.connect("send", source, queue, revocation, { delivery: "at-least-once" });
  editor.connect("send", queue, decider, revocation, { delivery: "at-least-once", ordering: "per-key" });
  return editor.edits();
}
