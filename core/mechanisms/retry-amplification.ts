import type { Connection } from "../architecture/architecture.schema.ts";
import { perId } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
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
    "Let attempts be a share of successes at every hop, so that they fall when answers fail.",
    "Let one place in the chain try again, and make all others give up and say so.",
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
