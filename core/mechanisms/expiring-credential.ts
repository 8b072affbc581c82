import type { Connection } from "../architecture/architecture.schema.ts";
import { perGraph, perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Something that ends on a date is relied on by somebody who does not look at the date. */
export const expiringCredential: Mechanism = {
  key: "expiring-credential",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "Trust with a date on it",
  description:
    "One side signs or speaks with a credential that ends on a date, the other decides by it. Who renews it, and whether " +
    "what was made before the date stays good after it, is not agreed between the two.",
  propose: (graph) =>
    onePerPair(graph.architecture.connections.flatMap((source) => matchesOf(graph, source))),
  evidence: [
    {
      on: "source",
      fact: "validity",
      answers: {
        "expires-not-renewed": [STRONG, "it ends on a date and is not renewed"],
        "expires-renewed-by-hand": [STRONG, "it ends on a date and somebody has to renew it"],
        "expires-renewed-automatically": [-MODERATE, "it is renewed automatically"],
        unlimited: [-STRONG, "it does not end"],
      },
    },
    {
      on: "roots",
      fact: "validity",
      answers: {
        "expires-not-renewed": [MODERATE, "what it is verified against ends on a date and is not renewed"],
        "expires-renewed-by-hand": [
          MODERATE,
          "what it is verified against ends on a date and somebody has to renew it",
        ],
      },
    },
    {
      on: "verifier",
      fact: "clock",
      answers: {
        wall: [MODERATE, "the verifier decides by the time of day it believes in"],
        logical: [-SLIGHT, "the verifier does not decide by the time of day"],
      },
    },
    {
      on: "verifier",
      fact: "onDependencyLoss",
      answers: { "fails-closed": [SLIGHT, "without valid trust the verifier refuses everything"] },
    },
  ],
  word: ({ between: [holder, verifier] }, { name }) => ({
    invariant: `What ${name(holder)} vouched for while its credential was valid stays good at ${name(verifier)} for as long as it is meant to be trusted.`,
    contradiction: `Trust in ${name(holder)} has to end on a date, and what rests on it at ${name(verifier)} has to last longer.`,
  }),
  absentLayer:
    "The meaning of the date: which time counts, that of signing or that of use, and who renews before it.",
  moves: [
    {
      key: "renew-by-itself",
      text: "Give the renewal to a component whose only work it is, which fetches the next credential long before the date and puts it in place.",
      apply: renewByItself,
    },
    {
      key: "watch-where-it-decides",
      text: "Watch the earliest date on every chain in use, from the side that decides by it.",
      apply: watchWhereItDecides,
    },
  ],
  sources: [
    {
      title: "Add-Ons Outage Post-Mortem Result",
      publisher: "Mozilla Hacks",
      url: "https://hacks.mozilla.org/2019/07/add-ons-outage-post-mortem-result/",
      supports: "An intermediate certificate ran out, on the belief that clients do not look at its date.",
    },
    {
      title: "Firefox Add-On Outage Technical Report: Analysis and Recommendations",
      publisher: "Mozilla Wiki",
      url: "https://wiki.mozilla.org/Add-ons/Expired-Certificate-Technical-Report",
      supports: "Those who signed and those who verified had assumed different things about dates.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the verifier", projection: "earliest end date on every chain it decides by" },
      { from: "whoever renews", projection: "date of the next renewal plus thirty days" },
    ],
    relation: "is-not-before",
    tolerance: { amount: 0, unit: "days" },
    maximumAgeSeconds: 86_400,
    sentence: "At the place that decides, no date lies closer than a renewal and thirty days to spare.",
  },
  falseAlarms: [
    "The verifier does not look at dates, and has a test that says so.",
    "The credential lives for minutes, and everything stops at once in tests when it is not renewed.",
  ],
  sketchMayBeWrong: [
    "What is read from the directory is a name or an address and has no end.",
    "Holder and verifier belong to different chains that never meet.",
  ],
  migration: "To the next link of the chain, whose date nobody watches either.",
};

/**
 * A holder that gets something from a directory, and somebody who decides by a directory as well: an enforcer anywhere
 * that decides by another one, or whoever the holder speaks to directly, by the same one or another.
 */
function matchesOf(graph: SketchGraph, source: Connection): readonly Match[] {
  const isDirectory = (id: string) => graph.components.get(id)?.kind === "directory";
  const isPull = (source.kind === "read" || source.kind === "call") && isDirectory(source.to);
  const isPush = source.kind === "configure" && isDirectory(source.from);
  if (!isPull && !isPush) return [];
  const [issuer, holder] = isPull ? [source.to, source.from] : [source.from, source.to];
  if (isDirectory(holder) || graph.components.get(holder)?.kind === "client") return [];
  const spokenTo = new Set(
    graph
      .outgoing(holder)
      .filter(isSpeaking)
      .map(({ to }) => to),
  );
  const verifiers = [...new Set([...spokenTo, ...decidingEnforcers(graph)])].filter(
    (id) => id !== holder && !["directory", "client"].includes(graph.components.get(id)?.kind ?? ""),
  );
  return verifiers.flatMap((verifier) => {
    const roots = rootsOf(graph, verifier).filter(
      ({ from, to }) => spokenTo.has(verifier) || (from !== issuer && to !== issuer),
    );
    return roots.length === 0 ? [] : [matchOf(graph, issuer, holder, verifier, source, roots)];
  });
}

/** The ways by which a component comes by what a directory holds. */
const rootsOf = perId((graph, id): readonly Connection[] => {
  const isDirectory = (other: string) => graph.components.get(other)?.kind === "directory";
  return [...graph.outgoing(id), ...graph.incoming(id)].filter(
    ({ kind, from, to }) => ["read", "configure"].includes(kind) && (isDirectory(from) || isDirectory(to)),
  );
});

/** The enforcers that decide by a directory. */
const decidingEnforcers = perGraph((graph) =>
  graph.mostSpecificOf(
    graph.architecture.components
      .filter(({ id, kind }) => kind === "enforcer" && rootsOf(graph, id).length > 0)
      .map(({ id }) => id),
  ),
);

function isSpeaking({ kind }: Connection): boolean {
  return kind === "call" || kind === "send";
}

function matchOf(
  graph: SketchGraph,
  issuer: string,
  holder: string,
  verifier: string,
  source: Connection,
  roots: readonly Connection[],
): Match {
  const apartRoots = roots.filter(({ from, to }) => from !== issuer && to !== issuer);
  const watchers = graph.incoming(issuer).filter(({ kind }) => kind === "observe");
  return {
    between: [holder, verifier],
    parts: { source: [connection(source)], roots: roots.map(connection), verifier: [component(verifier)] },
    signs: [
      ...signIf(
        apartRoots.length > 0,
        "two-ends",
        STRONG,
        `${graph.name(holder)} vouches with what ${graph.name(issuer)} gives it, and ${graph.name(verifier)} decides by what another directory holds`,
        [connection(source), ...apartRoots.map(connection)],
      ),
      ...signIf(
        apartRoots.length === 0,
        "one-issuer",
        MODERATE,
        `${graph.name(holder)} speaks with what ${graph.name(issuer)} gives it, and ${graph.name(verifier)} decides by ${graph.name(issuer)} for itself`,
        [connection(source), ...roots.map(connection)],
      ),
      ...signIf(
        graph.between(holder, verifier).length === 0,
        "apart",
        MODERATE,
        "the two never meet: what is vouched for travels through others",
        [component(holder), component(verifier)],
      ),
      ...signIf(
        watchers.length > 0,
        "watched-elsewhere",
        SLIGHT,
        "the dates are watched at the issuer, not where they are decided by",
        watchers.map(connection),
      ),
    ],
  };
}

function renewByItself(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [holder, verifier] = match.between;
  const sources = connectionsIn(graph, match, "source");
  const [first] = sources;
  if (first === undefined || holder === verifier) return null;
  const editor = editorOf(graph);
  const name = `Renewal of ${carriedName(graph, first, "credentials")}`;
  const renewal = editor.component("renewal", name, "worker", holder, { idempotent: true });
  const renewed = { validity: "expires-renewed-automatically" };
  for (const way of sources) {
    editor.rewire(way.id, way.from === holder ? { from: renewal } : { to: renewal }, renewed);
    editor.connect("configure", renewal, holder, way.carries, { rollout: "staged", ...renewed });
  }
  return editor.edits();
}

function watchWhereItDecides(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [holder, verifier] = match.between;
  if (holder === verifier) return null;
  const editor = editorOf(graph);
  const watch = editor.component("dates", "Watch over dates in use", "monitor", verifier);
  editor.connect("observe", watch, verifier, null, { freshness: "live" });
  editor.bind(match.between, { overseer: "third-party" });
  return editor.edits();
}
