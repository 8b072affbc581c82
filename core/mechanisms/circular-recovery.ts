import { leadsTo, needsOf } from "../architecture/flow.ts";
import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf, type SketchEditor } from "../diagnosis/editor.ts";
import { component, connection, idsIn, namesOneOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** What would repair a component needs the component to work. */
export const circularRecovery: Mechanism = {
  key: "circular-recovery",
  zone: "resilience",
  failureClass: "hidden-dependency",
  title: "Repair that needs what failed",
  description:
    "The tool that brings a component back reaches it over, or runs on, something that is gone once the component is " +
    "gone. Every single failure is repaired; the one that matters cannot be.",
  propose: (graph) => onePerPair(graph.architecture.connections.flatMap((way) => matchOf(graph, way))),
  evidence: [
    {
      on: "repairer",
      fact: "restartNeeds",
      answers: {
        circle: [DECISIVE, "it cannot start from cold without what it is there to repair"],
        free: [-SLIGHT, "it starts from cold without what it is there to repair"],
      },
      classify: (value, match) => (namesOneOf(value, match, "repaired") ? "circle" : "free"),
      imagine: (match) => ({ circle: idsIn(match, "repaired"), free: [] }),
    },
    {
      on: "repaired",
      fact: "restartNeeds",
      answers: {
        circle: [MODERATE, "it needs the very tool that repairs it in order to start from cold"],
        free: [0, "it starts from cold without the tool that repairs it"],
      },
      classify: (value, match) => (namesOneOf(value, match, "repairer") ? "circle" : "free"),
      imagine: (match) => ({ circle: idsIn(match, "repairer"), free: [] }),
    },
    {
      on: "repairer",
      fact: "onDependencyLoss",
      answers: {
        stops: [STRONG, "it stops when something it needs is away"],
        "fails-closed": [MODERATE, "it refuses when something it needs is away"],
        degrades: [-SLIGHT, "it goes on with less when something it needs is away"],
        "serves-stale": [-SLIGHT, "it goes on with what it last knew"],
      },
    },
    {
      on: "control",
      fact: "onFailure",
      answers: {
        "falls-back": [-SLIGHT, "there is said to be another way to reach it"],
        nothing: [MODERATE, "there is no other way to reach it"],
      },
    },
  ],
  word: ({ between: [repairer, repaired] }, { name }) => ({
    invariant: `${name(repairer)} can reach and change ${name(repaired)} while ${name(repaired)} and everything that depends on it are down.`,
    contradiction: `${name(repairer)} has to be guarded and served like everything else, and has to work when everything else does not.`,
  }),
  absentLayer: "A way to recover that shares nothing with what it recovers.",
  moves: [
    {
      key: "way-of-its-own",
      text: "Give repair a way of its own: access, names and credentials that work when everything else is down, and use it on ordinary days.",
      apply: wayOfItsOwn,
    },
  ],
  sources: [
    {
      title: "More details about the October 4 outage",
      publisher: "Meta Engineering",
      url: "https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/",
      supports: "The tools and doors needed for the repair depended on the network that was to be repaired.",
    },
    {
      title: "Facebook post-mortems (mailing list)",
      publisher: "NANOG",
      url: "https://mailman.nanog.org/pipermail/nanog/2021-October/215839.html",
      supports: "An outside reading of why the ordinary and the spare access were down together.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the tool that repairs", projection: "set of everything it needs for a start from cold" },
      { from: "what is repaired", projection: "set of everything that stays up without it" },
    ],
    relation: "is-contained-in",
    tolerance: { amount: 0, unit: "components" },
    maximumAgeSeconds: 2_592_000,
    sentence: "Every month the repair is carried out with what it repairs taken away.",
  },
  falseAlarms: [
    "What is drawn as acting on the component is a routine change; the repair goes another way.",
    "Several independent copies exist, and one repairs the other.",
  ],
  sketchMayBeWrong: [
    "The way runs over a link of its own that bears the same name as the usual one.",
    "What the repair needs is kept on the spot, and the drawn connection refreshes it only.",
  ],
  migration: "To the way round that was built for this case, and to what it silently shares.",
};

function matchOf(graph: SketchGraph, control: Connection): readonly Match[] {
  if (control.kind !== "control") return [];
  const { from: repairer, to: repaired } = control;
  const direct = [...graph.outgoing(repairer), ...graph.incoming(repairer)].filter(
    (c) => c.id !== control.id && c.over.includes(repaired),
  );
  const reachedOver = direct.filter(({ to }) => to === repairer);
  const isFed = leadsTo(
    repairer,
    (id) => (id === repairer ? needsOf(graph, id).filter((need) => need !== repaired) : needsOf(graph, id)),
    (id) => id === repaired,
  );
  if (direct.length === 0 && !isFed) return [];
  return [
    {
      between: [repairer, repaired],
      parts: {
        repairer: [component(repairer)],
        repaired: [component(repaired)],
        control: [connection(control)],
      },
      signs: [
        ...signIf(true, "repairs", SLIGHT, `${graph.name(repairer)} changes ${graph.name(repaired)}`, [
          connection(control),
        ]),
        ...signIf(
          direct.length > 0,
          "runs-over",
          STRONG,
          `what ${graph.name(repairer)} needs runs over ${graph.name(repaired)}`,
          direct.map(connection),
        ),
        ...signIf(
          reachedOver.length > 0,
          "reached-over",
          MODERATE,
          `${graph.name(repairer)} itself is reached over ${graph.name(repaired)}`,
          reachedOver.map(connection),
        ),
        ...signIf(
          isFed,
          "needs",
          MODERATE,
          `${graph.name(repairer)} needs others that need ${graph.name(repaired)}`,
          [component(repairer), component(repaired)],
        ),
      ],
    },
  ];
}

/** Everything by which the repairer needs the repaired gets a stand-by and a link that share nothing with it. */
function wayOfItsOwn(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [repairer, repaired] = match.between;
  if (repairer === repaired) return null;
  const control = new Set(connectionsIn(graph, match, "control").map(({ id }) => id));
  const all = [...new Set([...graph.outgoing(repairer), ...graph.incoming(repairer)])];
  const editor = editorOf(graph);
  let link: string | null = null;
  const spare = () => (link ??= editor.component("recovery-link", "Link for recovery", "network", repairer));
  for (const way of all.filter(({ id }) => !control.has(id))) {
    const other = way.from === repairer ? way.to : way.from;
    if (isNeed(way, repairer) && leadsBack(graph, other, repaired)) {
      const standBy = standByOf(graph, editor, other, repairer);
      editor.rewire(way.id, { ...(way.from === repairer ? { to: standBy } : { from: standBy }), over: [] });
    } else if (way.over.some((id) => leadsBack(graph, id, repaired))) {
      editor.rewire(way.id, { over: [spare()] });
    }
  }
  return editor.edits();
}

function isNeed({ kind, from }: Connection, id: string): boolean {
  return from === id ? kind !== "control" && kind !== "send" : kind === "configure";
}

function leadsBack(graph: SketchGraph, from: string, repaired: string): boolean {
  return (
    from === repaired ||
    leadsTo(
      from,
      (id) => needsOf(graph, id),
      (id) => id === repaired,
    )
  );
}

function standByOf(graph: SketchGraph, editor: SketchEditor, id: string, beside: string): string {
  const kind = graph.components.get(id)?.kind ?? "service";
  return editor.component("stand-by", `Stand-by of ${graph.name(id)}`, kind, beside, { restartNeeds: [] });
}
