import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** The store is sized for what a warm cache lets through. */
export const coldCache: Mechanism = {
  key: "cold-cache",
  zone: "resilience",
  failureClass: "hidden-dependency",
  title: "A store that needs its cache",
  description:
    "The cache was put there for speed. Since then the store has been sized for what the cache lets through, and cannot " +
    "answer without it; and without the store the cache cannot fill.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.components
        .filter(({ kind }) => kind === "cache")
        .flatMap(({ id }) => matchesOf(graph, id)),
    ),
  evidence: [
    {
      on: "reads",
      fact: "onMiss",
      answers: {
        "every-caller-loads": [STRONG, "on a miss every caller loads for itself"],
        "one-loads": [-MODERATE, "on a miss one caller loads and the others wait"],
        "refreshed-early": [-STRONG, "entries are refreshed before they go"],
      },
    },
    {
      on: "store",
      fact: "sizedFor",
      answers: {
        "steady-state": [STRONG, "the store is sized for the usual load, with the cache in front"],
        peak: [SLIGHT, "the store is sized for a peak, with the cache in front"],
        "full-recovery": [-DECISIVE, "the store is sized for the time without the cache"],
        elastic: [-SLIGHT, "the store grows with the load"],
      },
    },
    {
      on: "store",
      fact: "admission",
      answers: {
        none: [MODERATE, "the store takes in whatever the cache lets through"],
        total: [-MODERATE, "the store bounds the total of what it takes in"],
      },
    },
    {
      on: "loads",
      fact: "onFailure",
      answers: {
        retries: [MODERATE, "a load that gets no answer is tried again"],
        "falls-back": [-MODERATE, "a load that gets no answer falls back to something else"],
      },
    },
  ],
  word: ({ between: [cache, store] }, { name }) => ({
    invariant: `However much of ${name(cache)} is empty, the load that reaches ${name(store)} is one from which ${name(cache)} can fill again.`,
    contradiction: `${name(cache)} is there so that ${name(store)} can be small, and ${name(store)} has to be large for the time when ${name(cache)} is empty.`,
  }),
  absentLayer: "A bound on what an empty cache lets through to the store.",
  moves: [
    {
      key: "one-loads",
      text: "Put one loader before the store that loads once for all, admits as many loads as the store can finish, and lets the others wait.",
      apply: oneLoads,
    },
    {
      key: "fill-from-the-store",
      text: "Let the store fill the cache ahead of the readers, so that no miss leads to a load.",
      apply: fillFromTheStore,
    },
  ],
  sources: [
    {
      title: "Slack's Incident on 2-22-22",
      publisher: "Slack Engineering",
      url: "https://slack.engineering/slacks-incident-on-2-22-22/",
      supports:
        "Emptied cache nodes sent the load of starting clients to a database that could then not fill them.",
    },
    {
      title: "Slack's Incident on 2-22-22, summary",
      publisher: "Postmortem Index",
      url: "https://postmortems.app/postmortem/a50e7b06-2f2c-4d13-a340-9a1e7eed59d7",
      supports:
        "The chain from restarted agents over empty nodes to queries that touched every part of the database.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the cache", projection: "reads in a second, hits and misses together" },
      { from: "the store", projection: "loads that it last finished in a second, with the cache emptied" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 0, unit: "loads per second" },
    maximumAgeSeconds: 604_800,
    sentence:
      "A rehearsal with an empty cache shows each week that the store can answer and the cache fills.",
  },
  falseAlarms: [
    "The store answers alone as fast, and the cache saves money rather than load.",
    "The cache is filled before it takes part, and never emptied in use.",
  ],
  sketchMayBeWrong: [
    "A limit on loads stands in the client library of the cache and is not drawn.",
    "Cache and store hold different objects that were given one name.",
  ],
  migration: "To whatever empties the cache next: a restart, a change of keys, a new region.",
};

function matchesOf(graph: SketchGraph, cache: string): readonly Match[] {
  const reads = graph.incoming(cache).filter(({ kind }) => kind === "read");
  return reads.flatMap((read) => {
    const readers = [read.from, ...carriersTo(graph, read)];
    const loads = [cache, ...readers]
      .flatMap((id) => graph.outgoing(id))
      .filter(
        (c) =>
          c.kind === "read" &&
          c.carries !== null &&
          c.carries === read.carries &&
          graph.components.get(c.to)?.kind === "store",
      );
    return loads.map((load): Match => matchOf(graph, cache, read, load));
  });
}

/** Components that read the same object through the reader: a proxy in front of the cache hides who really asks. */
function carriersTo(graph: SketchGraph, read: Connection): readonly string[] {
  return graph
    .incoming(read.from)
    .filter(({ kind, carries }) => kind === "read" && carries === read.carries)
    .map(({ from }) => from);
}

function matchOf(graph: SketchGraph, cache: string, read: Connection, load: Connection): Match {
  const controllers = graph.incoming(cache).filter(({ kind }) => kind === "control");
  const readers = graph.incoming(load.to).filter(({ kind }) => kind === "read");
  return {
    between: [cache, load.to],
    parts: { reads: [connection(read)], loads: [connection(load)], store: [component(load.to)] },
    signs: [
      ...signIf(
        true,
        "same-object",
        STRONG,
        `the same object is read from ${graph.name(cache)} and from ${graph.name(load.to)}`,
        [connection(read), connection(load)],
      ),
      ...signIf(
        load.from !== cache,
        "loaded-beside",
        MODERATE,
        `${graph.name(load.from)} goes to ${graph.name(load.to)} past the cache`,
        [connection(load)],
      ),
      ...signIf(
        controllers.length > 0,
        "replaced",
        SLIGHT,
        `something takes parts of ${graph.name(cache)} out of service`,
        controllers.map(connection),
      ),
      ...signIf(
        readers.length > 1,
        "several-loaders",
        SLIGHT,
        "several components load from the same store",
        readers.map(connection),
      ),
    ],
  };
}

function oneLoads(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [cache, store] = match.between;
  const loads = connectionsIn(graph, match, "loads");
  const [load] = loads;
  if (load === undefined || cache === store) return null;
  const editor = editorOf(graph);
  const name = `Loader of ${carriedName(graph, load, graph.name(cache))}`;
  const loader = editor.component("loader", name, "service", store, { admission: "total" });
  const admitted = { onMiss: "one-loads", pacing: "admission-controlled" };
  for (const { id } of loads) editor.rewire(id, { to: loader, kind: "call" }, admitted);
  for (const { id } of connectionsIn(graph, match, "reads")) editor.rewire(id, {}, { onMiss: "one-loads" });
  editor.connect("read", loader, store, load.carries, { freshness: "live", pacing: "admission-controlled" });
  return editor.edits();
}

function fillFromTheStore(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [cache, store] = match.between;
  const [load, ...others] = connectionsIn(graph, match, "loads");
  if (load === undefined || cache === store) return null;
  const editor = editorOf(graph);
  editor.rewire(load.id, { kind: "replicate", from: store, to: cache }, { freshness: "lagging" });
  for (const { id } of others) editor.remove(id);
  for (const { id } of connectionsIn(graph, match, "reads"))
    editor.rewire(id, {}, { onMiss: "refreshed-early", freshness: "lagging" });
  return editor.edits();
}
