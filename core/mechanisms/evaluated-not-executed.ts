import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { captureOnce, decideInline } from "../diagnosis/judged-moves.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A decision is made about one form of an object while another form of it is acted on. */
export const evaluatedNotExecuted: Mechanism = {
  key: "evaluated-not-executed",
  zone: "authorization",
  failureClass: "assumption-violation",
  title: "What is judged is not what is carried out",
  description:
    "A decider is shown a representation of an object, made for the decision; the actor works on the original. Whatever " +
    "the representation leaves out is allowed without having been judged.",
  propose: (graph) => onePerPair(judgedObjects(graph).map((judged) => matchOf(graph, judged))),
  evidence: [
    {
      on: "decision",
      fact: "transform",
      answers: {
        truncated: [STRONG, "what is judged is cut short on the way to the decision"],
        summarized: [STRONG, "only a summary of the object is judged"],
        translated: [MODERATE, "the object is put into another form before it is judged"],
        "re-encoded": [MODERATE, "the object is encoded anew before it is judged"],
        "parsed-again": [SLIGHT, "the decider parses the object for itself"],
        normalized: [SLIGHT, "the object is normalized before it is judged"],
        none: [-MODERATE, "the object reaches the decision unchanged"],
      },
    },
    {
      on: "decision",
      fact: "reference",
      answers: {
        "content-digest": [-STRONG, "the decision names the object by its content"],
        "immutable-version": [-MODERATE, "the decision names a version that never changes"],
        "mutable-name": [MODERATE, "the decision is about a name, and what it names can change"],
        path: [MODERATE, "the decision is about a path, and what lies there can change"],
      },
    },
    {
      on: "decision",
      fact: "validation",
      answers: {
        none: [SLIGHT, "nothing checks that the object was shown whole"],
        both: [-SLIGHT, "both ends check the object that is shown"],
      },
    },
    {
      on: "decider",
      fact: "inputLimit",
      answers: {
        unchecked: [MODERATE, "the decider has a limit on its input that nothing checks"],
        none: [-SLIGHT, "the decider has no limit that could cut the object"],
      },
    },
  ],
  word: (match, graph) => {
    const [decider, actor] = match.between.map(graph.name);
    const object = objectOf(graph, match, "decision", "object");
    return {
      invariant: `For every ${object} that ${actor} acts on, what ${decider} decided on is the same ${object}, whole.`,
      contradiction: `${decider} has to see all of every ${object}, and must not hold up or carry all of it.`,
    };
  },
  absentLayer:
    "A binding between the decision and the object that is carried out: nothing ties the one to the other.",
  moves: [
    {
      key: "capture-once",
      text: "Capture the object once, let the decision name what was captured, and hand exactly that to whoever acts.",
      apply: captureOnce("deliveries"),
    },
    {
      key: "decide-inline",
      text: "Put the decider on the way, so that whoever acts gets the object from it, as it was judged.",
      apply: decideInline,
    },
  ],
  sources: [
    {
      title: "Authz zero length regression (GHSA-v23v-6jw2-98fq, CVE-2024-41110)",
      publisher: "Moby project / GitHub Advisory Database",
      url: "https://github.com/advisories/GHSA-v23v-6jw2-98fq",
      supports:
        "A plugin was shown a request without its body and approved it; the daemon then ran the request with it.",
    },
    {
      title: "Access authorization plugin",
      publisher: "Docker documentation",
      url: "https://docs.docker.com/engine/extend/plugins_authorization/",
      supports: "Which parts of a request the decider is shown, and which it never sees.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the decider", projection: "digest of every object it decided on" },
      { from: "the actor", projection: "digest of every object it acted on" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "objects" },
    maximumAgeSeconds: 300,
    sentence:
      "Both sides log a digest of the whole object, and every digest acted on is one that was decided on.",
  },
  falseAlarms: [
    "The decider judges only who asks, and that part cannot differ between the two ways.",
    "Whoever acts refuses anything that does not carry the decider's signature over the whole object.",
  ],
  sketchMayBeWrong: [
    "One object of the sketch stands for two: what is decided on is another thing than what is acted on.",
    "The decider stands on the way in truth, and the drawing shows it beside.",
  ],
  migration:
    "To the next form of the object that the representation does not carry: another size, type, encoding or way in.",
};

function matchOf(graph: SketchGraph, judged: JudgedObject): Match {
  const { decision, decider, actor, deliveries } = judged;
  const { name } = graph;
  const ways = [connection(decision), ...deliveries.map(connection)];
  return {
    between: [decider, actor],
    parts: {
      decision: [connection(decision)],
      decider: [component(decider)],
      deliveries: deliveries.map(connection),
    },
    signs: [
      ...signIf(
        true,
        "two-ways",
        STRONG,
        `${name(decider)} decides about an object that reaches ${name(actor)} by another way`,
        ways,
      ),
      ...signIf(
        judged.askerActs,
        "asker-acts",
        MODERATE,
        `${name(actor)} itself prepares what is judged, and acts on what it received`,
        [component(actor)],
      ),
      ...signIf(
        graph.components.get(actor)?.kind === "executor",
        "executor",
        MODERATE,
        `${name(actor)} carries out what was decided`,
        [component(actor)],
      ),
      ...signIf(
        judged.isFromOutside,
        "from-outside",
        MODERATE,
        "the object is put together outside, by somebody who can shape it",
        ways,
      ),
      ...signIf(
        judged.askerActs && judged.askerForwards,
        "asker-forwards",
        -MODERATE,
        `${name(actor)} passes the same object on, so it rather carries than acts`,
        [component(actor)],
      ),
      ...signIf(judged.isInline, "inline", -STRONG, `${name(decider)} hands on what it has judged`, ways),
      ...signIf(
        graph.components.get(decider)?.kind !== "enforcer",
        "no-enforcer",
        -SLIGHT,
        `${name(decider)} is not there to enforce`,
        [component(decider)],
      ),
    ],
  };
}
