import type { Connection } from "../architecture/architecture.schema.ts";
import { perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Attempts at one end of a call chain multiply on the way to the other. */
export const retryAmplification: Mechanism = {
  key: "retry-amplification",
  zone: "resilience",
  failureClass: "assumption-violation",
  title: "Attempts that multiply",
  description:
    "Every caller on a chain tries again when it gets no answer. What is one request at the beginning is many at the end, " +
    "and most of them come when the end is least able to answer.",
  propose: (graph) => onePerPair(origins(graph).flatMap((origin) => matchesFrom(graph, origin))),
  evidence: [
    {
      on: "hops",
      fact: "onFailure",
      answers: {
        retries: [STRONG, "a call that gets no answer is made again"],
        nothing: [-STRONG, "a call that gets no answer is given up"],
        "falls-back": [-MODERATE, "a call that gets no answer falls back to something else"],
      },
    },
    {
      on: "hops",
      fact: "pacing",
      answers: {
        immediate: [STRONG, "attempts follow at once"],
        "fixed-interval": [MODERATE, "attempts follow at a fixed interval"],
        "exponential-backoff": [SLIGHT, "pauses grow, but the number of attempts stays"],
        "backoff-with-jitter": [-SLIGHT, "pauses grow and are spread"],
        "admission-controlled": [-STRONG, "attempts are let in only as they can be answered"],
      },
    },
    {
      on: "end",
      fact: "sizedFor",
      answers: {
        "steady-state": [MODERATE, "the end is sized for the usual load"],
        "full-recovery": [-DECISIVE, "the end is sized for everybody coming back at once"],
        elastic: [-SLIGHT, "the end grows with the load"],
      },
    },
    {
      on: "end",
      fact: "admission",
      answers: {
        none: [MODERATE, "the end takes in whatever comes"],
        "per-caller": [SLIGHT, "a limit for each caller does not bound all of them together"],
        total: [-STRONG, "the end bounds the total of what it takes in"],
      },
    },
    {
      on: "origin",
      fact: "scale",
      answers: { fleet: [SLIGHT, "a fleet begins the calls"], one: [-MODERATE, "only one begins the calls"] },
    },
  ],
  word: ({ between: [origin, end] }, { name }) => ({
    invariant: `The load on ${name(end)} is set by what is asked of ${name(origin)}, not by how often ${name(origin)} and those between try again.`,
    contradiction: `${name(origin)} has to try again to get its answer, and ${name(end)} recovers only if it is left alone.`,
  }),
  absentLayer: "A budget for attempts that holds along the whole chain: each hop counts only its own.",
  moves: [
    {
      key: "wait-instead-of-retry",
      text: "Put a bounded queue before the end of the chain, so that an attempt that is not answered yet waits once instead of being made again.",
      apply: waitInsteadOfRetry,
    },
    {
      key: "retry-at-one-place",
      text: "Let one place in the chain try again under a budget, and make all others give up and say so.",
      apply: retryAtOnePlace,
    },
  ],
  sources: [
    {
      title: "A deep dive into Cloudflare's September 12, 2025 dashboard and API outage",
      publisher: "Cloudflare",
      url: "https://blog.cloudflare.com/deep-dive-into-cloudflares-sept-12-dashboard-and-api-outage/",
      supports:
        "A loop of requests in the dashboard met a service that could not answer, and every failure brought more of them.",
    },
    {
      title: "Post mortem on the Cloudflare Control Plane and Analytics Outage",
      publisher: "Cloudflare",
      url: "https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/",
      supports:
        "Calls that had failed for hours overwhelmed the services when they came back, until limits were set.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the end of the chain", projection: "requests in a minute" },
      { from: "the beginning of the chain", projection: "first attempts in the same minute" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 10, unit: "percent" },
    maximumAgeSeconds: 60,
    sentence:
      "The end sees hardly more requests than were made for the first time at the beginning, also while answers fail.",
  },
  falseAlarms: [
    "Only one hop tries again, and it does so once.",
    "A deadline travels along, and whoever gets a request after it drops the work.",
  ],
  sketchMayBeWrong: [
    "A hop in the chain answers from what it holds and seldom calls on.",
    "The several ways drawn to the end are used for different requests, never for one.",
  ],
  migration: "To the next dependency behind the one that was given more capacity.",
};

const CALLING = new Set<Connection["kind"]>(["call", "decide"]);
const MOST_HOPS = 4;

/** Where calls begin: software that calls and is not itself called by other software. */
function origins(graph: SketchGraph): readonly string[] {
  return graph.architecture.components
    .filter(({ id, kind }) => kind === "client" && graph.outgoing(id).some(({ kind: k }) => k === "call"))
    .map(({ id }) => id);
}

/** A hop that fans out into more calls than this is not followed: no single way of so many is the one to blame. */
const MOST_CALLS = 200;

interface Reach {
  ways: number;
  readonly hops: Set<Connection>;
}

function matchesFrom(graph: SketchGraph, origin: string): readonly Match[] {
  return [...callReach(graph, origin)].flatMap(([end, { ways, hops }]) => {
    const kind = graph.components.get(end)?.kind ?? "";
    if (end === origin || !["service", "store", "directory", "enforcer"].includes(kind)) return [];
    const all = [...hops].map(connection);
    const isDirect = graph.between(origin, end).length > 0;
    const store = graph
      .outgoing(end)
      .filter(
        ({ kind: k, to }) =>
          ["read", "write", "call"].includes(k) && graph.components.get(to)?.kind === "store",
      );
    return [
      {
        between: [origin, end] as const,
        parts: { hops: all, end: [component(end)], origin: [component(origin)] },
        signs: [
          ...signIf(
            !isDirect,
            "chain",
            MODERATE,
            `a call of ${graph.name(origin)} reaches ${graph.name(end)} over others that may try again too`,
            all,
          ),
          ...signIf(
            ways > 1,
            "several-ways",
            STRONG,
            `one call of ${graph.name(origin)} leads to ${graph.name(end)} by ${ways} ways`,
            all,
          ),
          ...signIf(
            store.length > 0,
            "store-behind",
            SLIGHT,
            `every attempt reaches the state behind ${graph.name(end)}`,
            store.map(connection),
          ),
        ],
      },
    ];
  });
}

/** How many call paths lead from the origin to each component within a few hops, and the calls on them. */
function callReach(graph: SketchGraph, origin: string): ReadonlyMap<string, Reach> {
  const reach = new Map<string, Reach>();
  let layer: ReadonlyMap<string, Reach> = new Map([[origin, { ways: 1, hops: new Set() }]]);
  for (let hop = 0; hop < MOST_HOPS && layer.size > 0; hop += 1) {
    layer = oneHopOn(graph, layer);
    for (const [id, { ways, hops }] of layer) add(reach, id, ways, hops);
  }
  return reach;
}

function oneHopOn(graph: SketchGraph, layer: ReadonlyMap<string, Reach>): ReadonlyMap<string, Reach> {
  const next = new Map<string, Reach>();
  const calls = [...layer.keys()].flatMap((id) => callsOf(graph, id));
  if (calls.length > MOST_CALLS) return next;
  for (const call of calls) {
    const { ways, hops } = layer.get(call.from) ?? { ways: 0, hops: [] };
    add(next, call.to, ways, hops);
    next.get(call.to)?.hops.add(call);
  }
  return next;
}

const callsOf = perId((graph, id) => graph.outgoing(id).filter(({ kind }) => CALLING.has(kind)));

function add(reach: Map<string, Reach>, id: string, ways: number, hops: Iterable<Connection>): void {
  const before = reach.get(id) ?? { ways: 0, hops: new Set() };
  before.ways += ways;
  for (const hop of hops) before.hops.add(hop);
  reach.set(id, before);
}

/** Every call into the end becomes a message that waits; the end takes as it can. */
function waitInsteadOfRetry(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [origin, end] = match.between;
  const last = connectionsIn(graph, match, "hops").filter(({ to }) => to === end);
  if (origin === end || last.length === 0) return null;
  const editor = editorOf(graph);
  const name = `Waiting for ${graph.name(end)}`;
  const queue = editor.component("waiting", name, "queue", end, { admission: "total" });
  for (const way of last) {
    editor.rewire(way.id, { kind: "send", to: queue }, { onFailure: "nothing", delivery: "at-least-once" });
    editor.connect("send", queue, end, way.carries, { delivery: "at-least-once" });
  }
  return editor.edits();
}

function retryAtOnePlace(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [origin] = match.between;
  const inner = connectionsIn(graph, match, "hops").filter(({ from }) => from !== origin);
  const [first] = inner;
  if (first === undefined) return null;
  const editor = editorOf(graph);
  const budget = editor.component("budget", "Budget for attempts", "config", first.from);
  const share = editor.object("budget", "share of attempts");
  for (const { id } of inner) editor.rewire(id, {}, { onFailure: "nothing", pacing: "admission-controlled" });
  for (const caller of new Set(inner.map(({ from }) => from)))
    editor.connect("configure", budget, caller, share, { rollout: "staged", validation: "both" });
  return editor.edits();
}
