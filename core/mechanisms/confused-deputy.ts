import type { Connection } from "../architecture/architecture.schema.ts";
import { comesFromOutside, isOutside, servesStrangers } from "../architecture/flow.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";
import { CONFUSED_DEPUTY_MOVES } from "./confused-deputy.moves.ts";

/** A component that serves strangers uses authority of its own to do what they ask. */
export const confusedDeputy: Mechanism = {
  key: "confused-deputy",
  zone: "authorization",
  failureClass: "hidden-dependency",
  title: "Authority lent to whoever asks",
  description:
    "A component holds credentials for its own work and also carries out what others ask of it. If nothing keeps the " +
    "two apart, a stranger can make it use the one for the other.",
  propose: (graph) =>
    onePerPair([
      ...credentials(graph).flatMap((way) => matchOf(graph, way)),
      ...graph.architecture.components.flatMap(({ id }) => actingOnContent(graph, id)),
    ]),
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
    {
      on: "act",
      fact: "contextPropagated",
      answers: {
        false: [MODERATE, "what it acts on does not learn on whose behalf it acts"],
        true: [-MODERATE, "what it acts on learns on whose behalf it acts"],
      },
    },
    {
      on: "act",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks whether whoever led to the act may have it"],
        "at-target": [-SLIGHT, "what it acts on checks the act for itself"],
        both: [-MODERATE, "both ends check the act"],
      },
    },
  ],
  word: (match, graph) => {
    const [holder, deputy] = match.between.map(graph.name);
    if (match.parts["credential"] === undefined) {
      const content = objectOf(graph, match, "content", "content");
      const act = objectOf(graph, match, "act", "action");
      return {
        invariant: `No ${act} of ${deputy} on ${holder} goes beyond what whoever wrote the ${content} may do there.`,
        contradiction: `${deputy} has to do what the ${content} asks for, and must not take orders from it.`,
      };
    }
    const object = objectOf(graph, match, "credential", "authority");
    return {
      invariant: `${deputy} uses ${object} from ${holder} for its own work only, and never on behalf of those whose requests it carries out.`,
      contradiction: `${deputy} has to hold authority of its own, and has to do what strangers ask.`,
    };
  },
  absentLayer: "The origin of a request as part of the authority that is used for it.",
  moves: CONFUSED_DEPUTY_MOVES,
  sources: [
    {
      title: "Fixing The Capital One Breach",
      publisher: "Evan Johnson",
      url: "https://ejj.io/blog/fixing-capital-one",
      supports:
        "A proxy that relayed requests of strangers could be made to fetch its own credentials for them.",
    },
    {
      title:
        "Add defense in depth against open firewalls, reverse proxies, and SSRF vulnerabilities with enhancements to the EC2 Instance Metadata Service",
      publisher: "AWS Security Blog",
      url: "https://aws.amazon.com/blogs/security/defense-in-depth-open-firewalls-reverse-proxies-ssrf-vulnerabilities-ec2-instance-metadata-service/",
      supports: "A session that only the holder can open, so that a relayed request is not enough.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the deputy", projection: "on whose behalf each use of its authority happened" },
      { from: "the side it acts on", projection: "who may have what was used" },
    ],
    relation: "is-contained-in",
    tolerance: { amount: 0, unit: "uses" },
    maximumAgeSeconds: 900,
    sentence: "Every use of the authority names an asker who could have had it without the deputy.",
  },
  falseAlarms: [
    "What is handed out opens nothing that strangers could not reach anyway.",
    "Requests from outside end in a process that has no access to the credential.",
  ],
  sketchMayBeWrong: [
    "The component is two: one that serves strangers and one that holds the credential.",
    "What it reads there is public configuration and no authority.",
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

/**
 * A component that takes in content which others wrote outside, and then acts on something inside about another
 * object: what the content says can become what it does.
 */
function actingOnContent(graph: SketchGraph, deputy: string): readonly Match[] {
  if (isOutside(graph, deputy)) return [];
  const taken = graph
    .outgoing(deputy)
    .filter(
      ({ kind, to, carries }) => kind === "read" && carries !== null && isWrittenOutside(graph, to, carries),
    );
  if (taken.length === 0) return [];
  const acts = graph
    .outgoing(deputy)
    .filter(
      ({ kind, to, carries }) =>
        ACTING.has(kind) &&
        ACTED_ON.has(graph.components.get(to)?.kind ?? "") &&
        !taken.some((way) => way.to === to || way.carries === carries),
    );
  return acts.map((act): Match => {
    const others = graph
      .incoming(act.to)
      .filter(({ from, carries }) => from !== deputy && carries !== null && carries === act.carries);
    return {
      between: [act.to, deputy],
      parts: { deputy: [component(deputy)], content: taken.map(connection), act: [connection(act)] },
      signs: [
        ...signIf(
          true,
          "acts-on-content",
          MODERATE,
          `${graph.name(deputy)} takes in what strangers wrote and acts on ${graph.name(act.to)}`,
          [...taken.map(connection), connection(act)],
        ),
        ...signIf(
          others.length > 0,
          "like-others",
          SLIGHT,
          `${graph.name(act.to)} gets the same from others, and cannot tell whose wish it is`,
          others.map(connection),
        ),
      ],
    };
  });
}

const ACTING = new Set<Connection["kind"]>(["call", "control", "write"]);
const ACTED_ON = new Set(["service", "executor", "store", "directory", "controller"]);

/** Whether what is read there was put there, or is offered, by somebody outside. */
function isWrittenOutside(graph: SketchGraph, holder: string, objectId: string): boolean {
  return isOutside(graph, holder) || comesFromOutside(graph, objectId);
}
