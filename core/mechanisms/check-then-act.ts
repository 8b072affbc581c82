import type { Connection } from "../architecture/architecture.schema.ts";
import { isOutside } from "../architecture/flow.ts";
import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import { perGraph } from "../architecture/remembered.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { captureOnce } from "../diagnosis/judged-moves.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** What was checked can change before it is acted on. */
export const checkThenAct: Mechanism = {
  key: "check-then-act",
  zone: "authorization",
  failureClass: "assumption-violation",
  title: "A check that is over before the act",
  description:
    "A condition is checked at one moment and relied on at a later one. In between, somebody who takes no part in either " +
    "can change what the check was about.",
  propose: (graph) =>
    onePerPair([
      ...judgedObjects(graph)
        .filter(({ askerActs, isInline }) => !askerActs && !isInline)
        .map((judged) => handedOnAfterCheck(graph, judged)),
      ...graph.architecture.components.flatMap(({ id }) => readThenWritten(graph, id)),
    ]),
  evidence: [
    {
      on: "decision",
      fact: "reference",
      answers: {
        path: [STRONG, "the check is about a path, and what lies there can be exchanged"],
        "mutable-name": [STRONG, "the check is about a name, and what it names can change"],
        "content-digest": [-STRONG, "the check names the object by its content"],
        "immutable-version": [-STRONG, "the check names a version that never changes"],
        "by-value": [-MODERATE, "the check gets the object itself, not a name for it"],
      },
    },
    {
      on: "acts",
      fact: "reference",
      answers: {
        path: [STRONG, "the act goes by a path and looks again"],
        "mutable-name": [MODERATE, "the act goes by a name and looks again"],
        "content-digest": [-STRONG, "the act names the object by its content"],
      },
    },
    {
      on: "acts",
      fact: "atomicity",
      answers: {
        unconditional: [STRONG, "the write happens whatever has changed since the check"],
        conditional: [-DECISIVE, "the write happens only if nothing changed since the check"],
        transactional: [-MODERATE, "check and write share a transaction"],
      },
    },
  ],
  word: (match, graph) => {
    const [checker, actor] = match.between.map(graph.name);
    const object = objectOf(graph, match, "acts", "what was checked");
    return {
      invariant: `From the check by ${checker} until ${actor} acts, ${object} cannot change, or the act fails.`,
      contradiction: `The check has to come before the act, and others have to be able to go on working in between.`,
    };
  },
  absentLayer: "Something that holds from the check to the act: a handle, a version or a lock.",
  moves: [
    {
      key: "keep-by-one",
      text: "Let one keeper check and write in one step, and let everybody else change the state through it only.",
      apply: keepByOne,
    },
    {
      key: "hold-what-was-checked",
      text: "Check what the act will use, not its name: open it once, check what was opened, and hand that on.",
      apply: captureOnce("acts"),
    },
  ],
  sources: [
    {
      title: "CVE-2021-25741: Symlink Exchange Can Allow Host Filesystem Access (issue 104980)",
      publisher: "Kubernetes project",
      url: "https://github.com/kubernetes/kubernetes/issues/104980",
      supports: "A path was checked, and exchanged for a link before it was mounted.",
    },
    {
      title: "Fixing the Subpath Volume Vulnerability in Kubernetes",
      publisher: "Kubernetes blog",
      url: "https://kubernetes.io/blog/2018/04/04/fixing-subpath-volume-vulnerability/",
      supports: "The first fix held on to what was opened, and left one step that went by the name again.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the check", projection: "version of the state at the check" },
      { from: "the act", projection: "version of the state on which the act took effect" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "versions" },
    maximumAgeSeconds: 600,
    sentence: "Every act records the version that was checked, and it is the version that it changed.",
  },
  falseAlarms: [
    "Only one writer exists, and it runs once.",
    "What is checked never changes again once it exists.",
  ],
  sketchMayBeWrong: [
    "Check and act are one statement in the store, and were drawn as two connections.",
    "The other writers touch other entries, which share the name of the object only.",
  ],
  migration: "To the next part of the name, path or state that the handle does not cover.",
};

function handedOnAfterCheck(
  graph: SketchGraph,
  { decision, decider, asker, actor, deliveries }: JudgedObject,
): Match {
  const changers = outsideWritersOfSharedState(graph);
  return {
    between: [decider, actor],
    parts: { decision: [connection(decision)], acts: deliveries.map(connection) },
    signs: [
      ...signIf(
        true,
        "checked-then-handed-on",
        MODERATE,
        `${graph.name(asker)} first asks ${graph.name(decider)} and then hands the same thing to ${graph.name(actor)}`,
        [connection(decision), ...deliveries.map(connection)],
      ),
      ...signIf(
        graph.components.get(actor)?.kind === "executor",
        "executor",
        SLIGHT,
        `${graph.name(actor)} carries out what was checked`,
        [component(actor)],
      ),
      ...signIf(
        changers.length > 0,
        "changed-meanwhile",
        MODERATE,
        "somebody outside can change shared state in between",
        changers.map(connection),
      ),
    ],
  };
}

/** Writes by which a client changes state that somebody else in the sketch reads or holds. */
const outsideWritersOfSharedState = perGraph((graph) =>
  graph.mostSpecific(
    graph.architecture.connections.filter(
      ({ kind, from, to }) =>
        kind === "write" &&
        isOutside(graph, from) &&
        graph.components.get(to)?.kind === "store" &&
        graph.incoming(to).some((other) => other.from !== from),
    ),
  ),
);

/** A component that reads state, decides by it and writes it back, while others write it too. */
function readThenWritten(graph: SketchGraph, id: string): readonly Match[] {
  const reads = graph.outgoing(id).filter(({ kind, carries }) => kind === "read" && carries !== null);
  return reads.flatMap((read) => {
    const writes = graph
      .outgoing(id)
      .filter(({ kind, to, carries }) => kind === "write" && to === read.to && carries === read.carries);
    const others = graph
      .incoming(read.to)
      .filter(({ kind, from, carries }) => kind === "write" && from !== id && carries === read.carries);
    if (writes.length === 0) return [];
    return [
      {
        between: [id, read.to] as const,
        parts: { acts: writes.map(connection) },
        signs: [
          ...signIf(
            true,
            "read-then-written",
            SLIGHT,
            `${graph.name(id)} reads from ${graph.name(read.to)} and writes back what it concludes`,
            [connection(read), ...writes.map(connection)],
          ),
          ...signIf(
            others.length > 0,
            "others-write",
            STRONG,
            "others write the same state in between",
            others.map(connection),
          ),
        ],
      },
    ];
  });
}

/** For state that is read, judged and written back: one owner of the step in front of the holder. */
function keepByOne(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [checker, holder] = match.between;
  const acts = connectionsIn(graph, match, "acts").filter(
    ({ kind, to }) => kind === "write" && to === holder,
  );
  const [act] = acts;
  if (act === undefined || checker === holder || match.parts["decision"] !== undefined) return null;
  const isSame = ({ carries }: Connection) => carries === act.carries;
  const editor = editorOf(graph);
  const name = `Keeper of ${carriedName(graph, act, graph.name(holder))}`;
  const keeper = editor.component("keeper", name, "service", holder, { idempotent: true });
  for (const way of graph.incoming(holder).filter(isSame)) {
    if (way.kind === "write") editor.rewire(way.id, { to: keeper, kind: "call" });
    else if (way.kind === "read" && way.from === checker) editor.remove(way.id);
  }
  editor.connect("read", keeper, holder, act.carries, { freshness: "live" });
  editor.connect("write", keeper, holder, act.carries, { atomicity: "conditional" });
  editor.bind([keeper, holder], { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}
