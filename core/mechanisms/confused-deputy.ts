import type { Connection } from "../architecture/architecture.schema.ts";
import { isOutside, reachable } from "../architecture/flow.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A component that serves strangers uses authority of its own to do what they ask. */
export const confusedDeputy: Mechanism = {
  key: "confused-deputy",
  zone: "authorization",
  failureClass: "hidden-dependency",
  title: "Authority lent to whoever asks",
  description:
    "A component holds credentials for its own work and also carries out what others ask of it. If nothing keeps the " +
    "two apart, a stranger can make it use the one for the other.",
  propose: (graph) => onePerPair(credentials(graph).flatMap((way) => matchOf(graph, way))),
  evidence: [
    {
      on: "deputy",
      fact: "actsAs",
      answers: {
        itself: [STRONG, "it acts on others under its own authority, whoever asked"],
        "shared-account": [STRONG, "it acts on others under an account that several share"],
        caller: [-STRONG, "it acts on others under the authority of the caller"],
      },
    },
    {
      on: "deputy",
      fact: "mixesTrust",
      answers: {
        true: [STRONG, "instructions and untrusted content reach it by the same way"],
        false: [-MODERATE, "instructions and untrusted content reach it by different ways"],
      },
    },
    {
      on: "credential",
      fact: "contextPropagated",
      answers: {
        false: [MODERATE, "whoever hands out the credential does not learn on whose behalf it is asked for"],
        true: [-MODERATE, "whoever hands out the credential learns on whose behalf it is asked for"],
      },
    },
    {
      on: "credential",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks who on the machine asks for the credential"],
        both: [-MODERATE, "both ends check the request for the credential"],
      },
    },
  ],
  word: (match, graph) => {
    const [holder, deputy] = match.between.map(graph.name);
    const object = objectOf(graph, match, "credential", "authority");
    return {
      invariant: `${deputy} uses ${object} from ${holder} for its own work only, and never on behalf of those whose requests it carries out.`,
      contradiction: `${deputy} has to hold authority of its own, and has to do what strangers ask.`,
    };
  },
  absentLayer: "The origin of a request as part of the authority that is used for it.",
  moves: [
    "Let every use of the credential carry the one on whose behalf it happens, and let the other side decide on that.",
    "Take the credential away from whatever handles requests of others, and give it to a component that does not.",
  ],
  migration: "To the next holder of broad rights that can be made to send a request.",
};

/** Ways by which a component that is not a directory itself comes by what a directory hands out. */
function credentials(graph: SketchGraph): readonly { way: Connection; holder: string; deputy: string }[] {
  const isDirectory = (id: string) => graph.components.get(id)?.kind === "directory";
  return graph.architecture.connections.flatMap((way) => {
    if (way.kind === "read" && isDirectory(way.to)) return [{ way, holder: way.to, deputy: way.from }];
    if (way.kind === "configure" && isDirectory(way.from)) return [{ way, holder: way.from, deputy: way.to }];
    return [];
  });
}

function matchOf(
  graph: SketchGraph,
  { way, holder, deputy }: { way: Connection; holder: string; deputy: string },
): readonly Match[] {
  const kind = graph.components.get(deputy)?.kind;
  if (kind === undefined || isOutside(graph, deputy) || kind === "directory") return [];
  const requests = graph.incoming(deputy).filter(({ kind: k }) => k === "call" || k === "send");
  if (!servesStrangers(graph, deputy)) return [];
  const passedOn = graph
    .outgoing(deputy)
    .filter(
      ({ kind: k, carries }) =>
        (k === "call" || k === "send") && carries !== null && requests.some((r) => r.carries === carries),
    );
  const uses = graph
    .outgoing(deputy)
    .filter(({ kind: k, id }) => (k === "read" || k === "write") && id !== way.id);
  return [
    {
      between: [holder, deputy],
      parts: { deputy: [component(deputy)], credential: [connection(way)] },
      signs: [
        ...signIf(
          true,
          "serves-strangers",
          MODERATE,
          `${graph.name(deputy)} serves requests from outside and is handed something by ${graph.name(holder)}`,
          [connection(way), ...requests.map(connection)],
        ),
        ...signIf(
          passedOn.length > 0,
          "relays",
          STRONG,
          `${graph.name(deputy)} sends on what strangers hand to it`,
          passedOn.map(connection),
        ),
        ...signIf(
          uses.length > 0,
          "uses-it",
          SLIGHT,
          `${graph.name(deputy)} also works on state with it`,
          uses.map(connection),
        ),
        ...signIf(
          kind === "gateway" || kind === "enforcer",
          "between",
          MODERATE,
          `${graph.name(deputy)} stands between strangers and the inside`,
          [component(deputy)],
        ),
      ],
    },
  ];
}

function servesStrangers(graph: SketchGraph, id: string): boolean {
  const callers = (at: string) =>
    graph
      .incoming(at)
      .filter(({ kind }) => kind === "call" || kind === "send")
      .map(({ from }) => from);
  return [...reachable(id, callers)].some((caller) => isOutside(graph, caller));
}
