import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** What waited during an outage is more than can be worked off beside the usual work. */
export const backlog: Mechanism = {
  key: "backlog",
  zone: "resilience",
  failureClass: "assumption-violation",
  title: "Work that waits grows faster than it is done",
  description:
    "A queue turns an outage of the consumer into waiting. What waited arrives on top of the usual work, at a consumer " +
    "that was sized for the usual work, and most of it is too old to be of use.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind, from }) => kind === "send" && graph.components.get(from)?.kind === "queue")
        .map((taking) => matchOf(graph, taking)),
    ),
  evidence: [
    {
      on: "consumer",
      fact: "sizedFor",
      answers: {
        "steady-state": [STRONG, "the consumer is sized for the usual work"],
        peak: [SLIGHT, "the consumer is sized for a peak, not for a day's backlog"],
        "full-recovery": [-DECISIVE, "the consumer is sized to work off a backlog"],
        elastic: [-MODERATE, "the consumer grows with the work"],
      },
    },
    {
      on: "queue",
      fact: "admission",
      answers: {
        none: [MODERATE, "the queue takes in whatever comes"],
        total: [-MODERATE, "the queue bounds what waits"],
        "per-caller": [-SLIGHT, "the queue bounds what each caller lets wait"],
      },
    },
    {
      on: "consumer",
      fact: "onPoison",
      answers: {
        "retries-forever": [STRONG, "one input that cannot be processed holds up all behind it"],
        stops: [STRONG, "one input that cannot be processed stops the consumer"],
        "sets-aside": [-MODERATE, "what cannot be processed is set aside"],
      },
    },
    {
      on: "taking",
      fact: "ordering",
      answers: {
        total: [MODERATE, "the order of all keeps work from being shared out"],
        none: [-SLIGHT, "work can be shared out in any order"],
      },
    },
  ],
  word: (match, graph) => {
    const [queue, consumer] = match.between.map(graph.name);
    const object = objectOf(graph, match, "taking", "work");
    return {
      invariant: `After an outage ${consumer} works off what waits in ${queue} beside the usual ${object}, before any of it is too old to be of use.`,
      contradiction: `${queue} has to keep everything, and ${consumer} can only ever do so much.`,
    };
  },
  absentLayer: "An age and a bound for waiting work: the queue knows neither.",
  moves: [
    {
      key: "set-aside-by-age",
      text: "Give waiting work an age after which it is set aside, and work off the newest first.",
      apply: setAsideByAge,
    },
    {
      key: "refuse-when-full",
      text: "Bound what may wait, and let producers learn that it is full.",
      apply: refuseWhenFull,
    },
  ],
  sources: [
    {
      title: "October 21 post-incident analysis",
      publisher: "GitHub",
      url: "https://github.blog/2018-10-30-oct21-post-incident-analysis/",
      supports:
        "After the databases were back, hooks and page builds that had waited took hours, and some were too old to deliver.",
    },
    {
      title: "Post mortem on the Cloudflare Control Plane and Analytics Outage",
      publisher: "Cloudflare",
      url: "https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/",
      supports:
        "What had failed for hours met services that were just starting, and limits had to be set by hand.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the queue", projection: "age of the oldest entry that still waits" },
      { from: "the consumer", projection: "age up to which its work is of use" },
    ],
    relation: "is-at-most",
    tolerance: { amount: 60, unit: "seconds" },
    maximumAgeSeconds: 120,
    sentence: "Nothing waits longer than it is of use, also in the hours after an outage.",
  },
  falseAlarms: [
    "The work never gets too old, and nobody waits for the newest.",
    "So little comes that a day of it is done within minutes.",
  ],
  sketchMayBeWrong: [
    "The queue keeps the latest entry for each key only, so that nothing piles up.",
    "Several consumers share the work, and one of them is drawn.",
  ],
  migration: "To the producers, who now have to do something with a refusal.",
};

function matchOf(graph: SketchGraph, taking: Connection): Match {
  const { from: queue, to: consumer } = taking;
  const producers = graph.incoming(queue).filter(({ kind }) => kind === "send");
  const stores = graph.outgoing(consumer).filter(({ kind }) => kind === "write" || kind === "call");
  return {
    between: [queue, consumer],
    parts: { taking: [connection(taking)], queue: [component(queue)], consumer: [component(consumer)] },
    signs: [
      ...signIf(
        true,
        "waits",
        MODERATE,
        `what ${graph.name(consumer)} does not do yet waits in ${graph.name(queue)}`,
        [connection(taking)],
      ),
      ...signIf(
        producers.length > 1,
        "several-producers",
        SLIGHT,
        "several producers fill the queue",
        producers.map(connection),
      ),
      ...signIf(
        stores.length > 0,
        "works-elsewhere",
        SLIGHT,
        `${graph.name(consumer)} needs others to do its work`,
        stores.map(connection),
      ),
    ],
  };
}

/** A dispatcher that knows ages takes from the queue, and hands the consumer no more than it can do. */
function setAsideByAge(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [queue, consumer] = match.between;
  const taking = connectionsIn(graph, match, "taking");
  const [first] = taking;
  if (first === undefined || queue === consumer) return null;
  const editor = editorOf(graph);
  const object = carriedName(graph, first, "work");
  const dispatcher = editor.component("dispatcher", `Dispatcher of ${object}`, "worker", consumer, {
    sizedFor: "full-recovery",
    onPoison: "sets-aside",
    idempotent: true,
  });
  const aside = editor.component("set-aside", `Set aside: ${object}`, "queue", queue, { admission: "total" });
  for (const { id } of taking) editor.rewire(id, { to: dispatcher }, { ordering: "none" });
  editor.connect("call", dispatcher, consumer, first.carries, { pacing: "admission-controlled" });
  editor.connect("send", dispatcher, aside, first.carries, { delivery: "at-least-once" });
  return editor.edits();
}

function refuseWhenFull(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [queue, consumer] = match.between;
  const filling = graph.incoming(queue).filter(({ kind, from }) => kind === "send" && from !== queue);
  const [first] = filling;
  if (first === undefined || queue === consumer) return null;
  const editor = editorOf(graph);
  const door = editor.component("intake", `Intake of ${graph.name(queue)}`, "gateway", queue, {
    admission: "total",
  });
  for (const { id } of filling) editor.rewire(id, { to: door, kind: "call" });
  for (const carries of new Set(filling.map((way) => way.carries)))
    editor.connect("send", door, queue, carries, { delivery: "at-least-once" });
  editor.rework(queue, { admission: "total" });
  return editor.edits();
}
