import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** Many that each recover well come back together, to something sized for them one by one. */
export const massRecovery: Mechanism = {
  key: "mass-recovery",
  zone: "resilience",
  failureClass: "assumption-violation",
  title: "Everybody comes back at once",
  description:
    "Each of many independent parties recovers correctly from a loss of its session. After a loss that hits all of them, " +
    "the recoveries arrive together, at something that was sized for the usual trickle.",
  propose: (graph) => onePerPair(graph.architecture.connections.flatMap((way) => matchOf(graph, way))),
  evidence: [
    {
      on: "many",
      fact: "scale",
      answers: {
        fleet: [MODERATE, "a fleet acts independently on that side"],
        few: [-MODERATE, "only a few act on that side"],
        one: [-DECISIVE, "only one acts on that side"],
      },
    },
    {
      on: "way",
      fact: "onFailure",
      answers: {
        reconnects: [MODERATE, "every loss ends in a new connection"],
        retries: [MODERATE, "every loss ends in another attempt"],
        nothing: [-MODERATE, "a loss leads to nothing further"],
      },
    },
    {
      on: "way",
      fact: "pacing",
      answers: {
        immediate: [STRONG, "attempts follow at once"],
        "fixed-interval": [
          STRONG,
          "attempts follow at the same interval for everybody, so they stay together",
        ],
        "exponential-backoff": [SLIGHT, "growing pauses without randomness keep the attempts together"],
        "backoff-with-jitter": [-SLIGHT, "randomized pauses spread the attempts"],
        "admission-controlled": [-STRONG, "the other side lets attempts in as it can take them"],
      },
    },
    {
      on: "sized",
      fact: "sizedFor",
      answers: {
        "steady-state": [STRONG, "it is sized for the usual load"],
        peak: [SLIGHT, "it is sized for a peak, not for everybody at once"],
        "full-recovery": [-DECISIVE, "it is sized for everybody coming back at once"],
        elastic: [-SLIGHT, "it grows with the load"],
      },
    },
    {
      on: "sized",
      fact: "admission",
      answers: {
        none: [MODERATE, "it takes in whatever comes"],
        "per-caller": [SLIGHT, "a limit for each caller does not bound all of them together"],
        total: [-MODERATE, "it bounds the total of what it takes in"],
      },
    },
  ],
  word: ({ between: [many, sized] }, { name }) => ({
    invariant: `When all of ${name(many)} come back within one minute, ${name(sized)} and what stands behind it can take them in, and get smaller in number as they do.`,
    contradiction: `Each of ${name(many)} has to come back as soon as it can, and all of them must not come back together.`,
  }),
  absentLayer: "A capacity model for simultaneous recovery: the way back is not a load case of its own.",
  moves: [
    {
      key: "admit-at-the-door",
      text: "Make recovery a load case: let a door in front admit as many as can be finished, and tell the others when to come.",
      apply: admitAtTheDoor,
    },
    {
      key: "spread-first-attempts",
      text: "Spread first attempts over at least the number of parties divided by the rate that can be taken in.",
      apply: spreadFirstAttempts,
    },
  ],
  sources: [
    {
      title: "The July 2 Communication Failure and Our Response",
      publisher: "KDDI",
      url: "https://www.kddi.com/english/important-news/20220729_01/",
      supports:
        "After a short break, registrations of all devices met nodes and a subscriber database that could not take them together.",
    },
    {
      title: "A deep dive into Cloudflare's September 12, 2025 dashboard and API outage",
      publisher: "Cloudflare",
      url: "https://blog.cloudflare.com/deep-dive-into-cloudflares-sept-12-dashboard-and-api-outage/",
      supports: "When the service came back, all dashboards logged in again at once.",
    },
  ],
  agreementCheck: {
    reads: [
      {
        from: "those who come back",
        projection: "number of parties divided by the seconds over which they return",
      },
      {
        from: "the receiving side",
        projection: "admissions that it can finish in a second, measured under load",
      },
    ],
    relation: "is-at-most",
    tolerance: { amount: 10, unit: "percent" },
    maximumAgeSeconds: 604_800,
    sentence:
      "The rate at which everybody would return stays below the rate that was last shown to be finished.",
  },
  falseAlarms: [
    "The clients keep no session, and come back only when a person wants something.",
    "So few share one place that all of them together are an ordinary minute.",
  ],
  sketchMayBeWrong: [
    "A door that limits admissions already stands in between and is not drawn.",
    "The clients are spread over many independent places, drawn as one.",
  ],
  migration: "To what stands behind the receiving side, which now gets every recovery that is let in.",
};

const SERVING = new Set(["service", "store", "gateway", "directory"]);

function matchOf(graph: SketchGraph, way: Connection): readonly Match[] {
  const many = graph.components.get(way.from);
  const sized = graph.components.get(way.to);
  if (way.kind !== "call" || many?.kind !== "client" || sized === undefined || !SERVING.has(sized.kind))
    return [];
  const behind = graph
    .outgoing(sized.id)
    .filter(({ kind }) => kind === "call" || kind === "read" || kind === "write");
  const stores = behind.filter(({ to }) => graph.components.get(to)?.kind === "store");
  const shared = stores.filter(
    ({ to }) =>
      graph.incoming(to).filter(({ from, kind }) => from !== sized.id && kind === "call").length > 0,
  );
  const fed = graph
    .incoming(sized.id)
    .filter(({ kind, from }) => kind === "replicate" && graph.components.get(from)?.kind === "store");
  const others = graph
    .incoming(sized.id)
    .filter(
      ({ from, kind }) =>
        kind === "call" && from !== many.id && graph.components.get(from)?.kind === "client",
    );
  return [
    {
      between: [many.id, sized.id],
      parts: {
        many: [component(many.id)],
        way: [connection(way)],
        sized: [component(sized.id), ...stores.map(({ to }) => component(to))],
      },
      signs: [
        ...signIf(
          true,
          "clients",
          MODERATE,
          `software outside the system's control calls ${graph.name(sized.id)}`,
          [connection(way)],
        ),
        ...signIf(
          sized.kind !== "gateway",
          "session-holder",
          SLIGHT,
          `${graph.name(sized.id)} answers these calls itself`,
          [component(sized.id)],
        ),
        ...signIf(
          shared.length > 0,
          "shared-behind",
          STRONG,
          "every call leads to a store that others call as well",
          shared.map(connection),
        ),
        ...signIf(
          fed.length > 0,
          "keeps-state",
          SLIGHT,
          `${graph.name(sized.id)} keeps a copy of each party's state`,
          fed.map(connection),
        ),
        ...signIf(
          others.length > 0,
          "several-fleets",
          SLIGHT,
          "several kinds of clients come back to the same place",
          others.map(connection),
        ),
      ],
    },
  ];
}

function admitAtTheDoor(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [many, sized] = match.between;
  const ways = connectionsIn(graph, match, "way");
  if (many === sized || ways.length === 0) return null;
  const editor = editorOf(graph);
  const door = editor.component("door", `Door of ${graph.name(sized)}`, "gateway", sized, {
    admission: "total",
    sizedFor: "full-recovery",
  });
  const admitted = { pacing: "admission-controlled" };
  for (const way of ways) {
    editor.rewire(way.id, { to: door }, admitted);
    editor.connect("call", door, sized, way.carries, { onFailure: "nothing", ...admitted });
  }
  return editor.edits();
}

function spreadFirstAttempts(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [many, sized] = match.between;
  if (many === sized) return null;
  const editor = editorOf(graph);
  const times = editor.component("times", "Times to come back", "config", sized);
  editor.connect("configure", times, many, editor.object("times", "time to come back"), {
    rollout: "staged",
  });
  for (const { id } of connectionsIn(graph, match, "way"))
    editor.rewire(id, {}, { pacing: "backoff-with-jitter" });
  return editor.edits();
}
