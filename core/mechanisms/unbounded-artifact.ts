import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf, type SketchEditor } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** One side makes something whose size nobody bounds, the other has a limit. */
export const unboundedArtifact: Mechanism = {
  key: "unbounded-artifact",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "More than the other side can hold",
  description:
    "An artifact is made out of data that grows, by a side that knows no limit, and is loaded by a side that has one. The " +
    "limit was far away when it was written.",
  propose: (graph) =>
    onePerPair(graph.architecture.connections.flatMap((loading) => matchesOf(graph, loading))),
  evidence: [
    {
      on: "loader",
      fact: "inputLimit",
      answers: {
        unchecked: [DECISIVE, "it has a fixed limit on its input that nothing checks"],
        checked: [-STRONG, "it checks its input against its limit"],
        none: [-STRONG, "it has no limit on its input"],
      },
    },
    {
      on: "loader",
      fact: "onPoison",
      answers: {
        stops: [STRONG, "an input it cannot take stops it"],
        "retries-forever": [MODERATE, "an input it cannot take is tried for ever"],
        "sets-aside": [-MODERATE, "an input it cannot take is set aside"],
        drops: [-SLIGHT, "an input it cannot take is dropped"],
      },
    },
    {
      on: "loading",
      fact: "validation",
      answers: {
        none: [STRONG, "nothing checks the artifact"],
        "at-source": [SLIGHT, "the artifact is checked where it is made, by the rules of that side"],
        "at-target": [-MODERATE, "the artifact is checked where it is loaded"],
        both: [-MODERATE, "the artifact is checked at both ends"],
      },
    },
  ],
  word: (match, graph) => {
    const [maker, loader] = match.between.map(graph.name);
    const object = objectOf(graph, match, "loading", "artifact");
    return {
      invariant: `Every ${object} that ${maker} can make, ${loader} can hold, or refuses while going on with the last one it could.`,
      contradiction: `${object} has to grow with what it is made of, and ${loader} has to set aside room for it beforehand.`,
    };
  },
  absentLayer: "The limit of the loading side as a rule for the making side.",
  moves: [
    {
      key: "limit-before-publishing",
      text: "Make the limit part of the contract, and let a gate on the making side refuse before anything is published.",
      apply: limitBeforePublishing,
    },
    {
      key: "keep-the-last-good",
      text: "Let the loading side take artifacts from a store of those that could be loaded, and keep the last good one when a new one is refused.",
      apply: keepTheLastGood,
    },
  ],
  sources: [
    {
      title: "Cloudflare outage on November 18, 2025",
      publisher: "Cloudflare",
      url: "https://blog.cloudflare.com/18-november-2025-outage/",
      supports:
        "A file made out of a query grew beyond the fixed number of entries that its readers had room for.",
    },
    {
      title: "CrowdStrike Reveals Root Cause of Global System Outages",
      publisher: "The Hacker News",
      url: "https://thehackernews.com/2024/08/crowdstrike-reveals-root-cause-of.html",
      supports:
        "Content asked for one input more than the interpreter was given, and nothing checked the bound.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the making side", projection: "largest size and count of what it made" },
      { from: "the loading side", projection: "size and count that it sets room aside for" },
    ],
    relation: "is-at-most",
    tolerance: { amount: -20, unit: "percent" },
    maximumAgeSeconds: 86_400,
    sentence:
      "What is made stays a fifth below what can be loaded, and the distance is watched as it shrinks.",
  },
  falseAlarms: [
    "The artifact has a fixed shape, and its values change while its size does not.",
    "The loading side reads piece by piece and never holds the whole.",
  ],
  sketchMayBeWrong: [
    "The limit lies in another component behind the one that is drawn as loading.",
    "The maker is a person, who would notice that it no longer fits.",
  ],
  migration: "To the next count, size or nesting that was sized by what was usual.",
};

const MAKERS = new Set(["config", "service", "worker", "controller", "store"]);
const FEEDING = new Set<Connection["kind"]>(["write", "send", "configure", "replicate"]);
const LOADERS = new Set(["executor", "enforcer", "gateway", "client", "service", "cache"]);

function matchesOf(graph: SketchGraph, loading: Connection): readonly Match[] {
  const { from: maker, to: loader, kind } = loading;
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  if (kind !== "configure" || !MAKERS.has(kindOf(maker)) || !LOADERS.has(kindOf(loader))) return [];
  // What a person sets by hand does not grow: only what machines hand in can outgrow a limit unnoticed.
  const grown = [
    ...graph.outgoing(maker).filter((c) => c.kind === "read" || c.kind === "observe"),
    ...graph.incoming(maker).filter((c) => FEEDING.has(c.kind) && kindOf(c.from) !== "person"),
  ];
  if (grown.length === 0) return [];
  const serving = graph.incoming(loader).filter((c) => c.kind === "call" || c.kind === "decide");
  const makers = [
    maker,
    ...grown.filter((c) => c.carries === loading.carries && c.to === maker).map((c) => c.from),
  ];
  return [...new Set(makers)]
    .filter((id) => id !== loader)
    .map((id): Match => ({
      between: [id, loader],
      parts: { loading: [connection(loading)], loader: [component(loader)] },
      signs: [
        ...signIf(true, "loads", SLIGHT, `${graph.name(loader)} loads what ${graph.name(id)} makes`, [
          connection(loading),
        ]),
        ...signIf(
          true,
          "grows",
          MODERATE,
          "what it is made of comes from others, and grows with them",
          grown.map(connection),
        ),
        ...signIf(
          serving.length > 0,
          "on-the-path",
          MODERATE,
          `every request needs ${graph.name(loader)}`,
          serving.map(connection),
        ),
      ],
    }));
}

function limitBeforePublishing(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [first] = connectionsIn(graph, match, "loading");
  if (first === undefined) return null;
  const editor = editorOf(graph);
  const name = `Limit for ${carriedName(graph, first, "artifacts")}`;
  const gate = editor.component("limit", name, "enforcer", first.from, {
    inputLimit: "checked",
    onPoison: "sets-aside",
  });
  return gated(graph, match, editor, gate, "configure");
}

function keepTheLastGood(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [first] = connectionsIn(graph, match, "loading");
  if (first === undefined) return null;
  const editor = editorOf(graph);
  const name = `Last good ${carriedName(graph, first, "artifact")}`;
  const shelf = editor.component("last-good", name, "store", first.to, { stateAuthority: "copy" });
  return gated(graph, match, editor, shelf, "write");
}

/** The makers hand over to something new, and the loading side loads from that. */
function gated(
  graph: SketchGraph,
  match: Match,
  editor: SketchEditor,
  gate: string,
  kind: Connection["kind"],
): readonly Edit[] {
  const ways = connectionsIn(graph, match, "loading");
  for (const way of ways) {
    editor.connect(kind, way.from, gate, way.carries, { validation: "at-target" });
    editor.rewire(way.id, { from: gate }, { validation: "both" });
  }
  return editor.edits();
}
