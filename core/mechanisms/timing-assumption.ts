import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** One side is right only if the other has finished by a certain time. */
export const timingAssumption: Mechanism = {
  key: "timing-assumption",
  zone: "coupling",
  failureClass: "hidden-dependency",
  title: "Done by then",
  description:
    "One component works at a set time with what another has left for it. That the other is done by then was true of the " +
    "durations of the day on which the time was set.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.components
        .filter(({ kind }) => kind === "scheduler")
        .flatMap(({ id }) => startedBy(graph, id)),
    ),
  evidence: [
    {
      on: "readers",
      fact: "clock",
      answers: {
        wall: [MODERATE, "it goes by the time of day"],
        logical: [-STRONG, "it goes by what has happened, not by the time"],
        monotonic: [-SLIGHT, "it goes by time that cannot jump"],
      },
    },
    {
      on: "reading",
      fact: "freshness",
      answers: {
        snapshot: [MODERATE, "it takes what is there at that moment"],
        lagging: [STRONG, "what is there lags behind"],
        live: [-SLIGHT, "it reads the live state"],
      },
    },
    {
      on: "reading",
      fact: "timeout",
      answers: {
        "longer-than-caller": [MODERATE, "it may wait longer than its caller does"],
        none: [SLIGHT, "nothing bounds how long it takes"],
      },
    },
    {
      on: "readers",
      fact: "fencing",
      answers: {
        none: [MODERATE, "nothing stops a run that is late from acting beside the next one"],
        token: [-STRONG, "a token stops a run that is late"],
        lease: [-SLIGHT, "a lease stops a run that is late"],
      },
    },
  ],
  word: (match, graph) => {
    const [reader, writer] = match.between.map(graph.name);
    const object = objectOf(graph, match, "reading", "what it needs");
    return {
      invariant: `${reader} starts on ${object} only once ${writer} has finished it, however long that took.`,
      contradiction: `${reader} has to run at its time, and ${writer} needs as long as it needs.`,
    };
  },
  absentLayer: "The word “finished”: nothing says that the one is done and the other may begin.",
  moves: [
    {
      key: "start-at-the-end",
      text: "Let the end of the one start the other, instead of a time.",
      apply: startAtTheEnd,
    },
    {
      key: "say-what-it-covers",
      text: "Let the result say what it covers, and let a gate refuse one that is not complete.",
      apply: sayWhatItCovers,
    },
  ],
  sources: [
    {
      title: "October 21 post-incident analysis",
      publisher: "GitHub",
      url: "https://github.blog/2018-10-30-oct21-post-incident-analysis/",
      supports:
        "A new primary was right only if copying had finished by the time it took over, and it had not.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the reader", projection: "time at which it started" },
      { from: "the writer", projection: "time at which it had finished" },
    ],
    relation: "is-not-before",
    tolerance: { amount: 0, unit: "seconds" },
    maximumAgeSeconds: 86_400,
    sentence: "Every run of the reader began after the run of the writer that it rests on had ended.",
  },
  falseAlarms: [
    "The reader takes whatever is there, and the rest comes with its next run.",
    "Hours lie between the two, and somebody is called when the first is late.",
  ],
  sketchMayBeWrong: [
    "The timetable starts the second one only when the first reports its end.",
    "What the reader reads was written long before, by another run.",
  ],
  migration: "To the next run, which starts while this one is still waiting.",
};

/** What a scheduler starts, reading state that somebody else writes without telling it. */
function startedBy(graph: SketchGraph, scheduler: string): readonly Match[] {
  const starts = graph
    .outgoing(scheduler)
    .filter(({ kind }) => kind === "call" || kind === "send" || kind === "control");
  return starts.flatMap((start) =>
    graph
      .outgoing(start.to)
      .filter(({ kind }) => kind === "read")
      .flatMap((reading) => writersOf(graph, start, reading)),
  );
}

function writersOf(graph: SketchGraph, start: Connection, reading: Connection): readonly Match[] {
  const reader = start.to;
  const writes = graph
    .incoming(reading.to)
    .filter(
      ({ kind, from, carries }) =>
        kind === "write" && from !== reader && (carries === reading.carries || carries === null),
    );
  return writes.map((write): Match => {
    const tells = graph.between(write.from, reader).filter(({ from }) => from === write.from);
    const alsoStarted = graph.incoming(write.from).filter(({ from }) => from === start.from);
    return {
      between: [reader, write.from],
      parts: { reading: [connection(reading)], readers: [component(reader)], writing: [connection(write)] },
      signs: [
        ...signIf(
          true,
          "set-time",
          STRONG,
          `${graph.name(reader)} starts at a set time with what ${graph.name(write.from)} writes`,
          [connection(start), connection(reading), connection(write)],
        ),
        ...signIf(
          tells.length === 0,
          "not-told",
          MODERATE,
          `nothing tells ${graph.name(reader)} that ${graph.name(write.from)} is done`,
          [component(reader), component(write.from)],
        ),
        ...signIf(
          alsoStarted.length > 0,
          "both-by-time",
          SLIGHT,
          "both are started by the same timetable",
          alsoStarted.map(connection),
        ),
      ],
    };
  });
}

function startAtTheEnd(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [reader, writer] = match.between;
  const starts = graph
    .incoming(reader)
    .filter(({ from, kind }) => graph.components.get(from)?.kind === "scheduler" && kind !== "observe");
  const [first, ...others] = starts;
  if (first === undefined || reader === writer) return null;
  const editor = editorOf(graph);
  const finished = editor.object("finished", `end of ${graph.name(writer)}`);
  editor.rewire(first.id, { kind: "send", from: writer, carries: finished }, { delivery: "at-least-once" });
  for (const { id } of others) editor.remove(id);
  editor.bind(match.between, { enforced: "by-construction" });
  return editor.edits();
}

function sayWhatItCovers(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [reader, writer] = match.between;
  const readings = connectionsIn(graph, match, "reading");
  const [first] = readings;
  if (first === undefined || reader === writer) return null;
  const editor = editorOf(graph);
  const name = `Completeness of ${carriedName(graph, first, "results")}`;
  const gate = editor.component("completeness", name, "enforcer", reader, {
    onDependencyLoss: "fails-closed",
  });
  for (const way of readings) {
    editor.rewire(way.id, { to: gate, kind: "call" }, { validation: "both" });
    editor.connect("read", gate, way.to, way.carries, { freshness: "live", validation: "at-target" });
  }
  return editor.edits();
}
