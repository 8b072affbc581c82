import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** A role is given to another holder that does not have everything, or that the old one does not know of. */
export const unsafeFailover: Mechanism = {
  key: "unsafe-failover",
  zone: "resilience",
  failureClass: "assumption-violation",
  title: "A role that moves before the state does",
  description:
    "A controller that cannot see the holder of a role gives the role to another. What the other lacks, and what the old " +
    "one still accepts, is not part of its decision.",
  propose: (graph) =>
    onePerPair(
      graph.architecture.connections
        .filter(({ kind }) => kind === "control")
        .flatMap((control) => matchesOf(graph, control)),
    ),
  evidence: [
    {
      on: "copying",
      fact: "acknowledged",
      answers: {
        "before-durable": [STRONG, "writes are acknowledged before the copies have them"],
        "after-durable": [MODERATE, "writes are acknowledged once one place has them"],
        "after-copies": [-STRONG, "writes are acknowledged once the copies have them"],
      },
    },
    {
      on: "copying",
      fact: "freshness",
      answers: { lagging: [STRONG, "the copy lags behind"], live: [-SLIGHT, "the copy is kept up to date"] },
    },
    {
      on: "holders",
      fact: "fencing",
      answers: {
        none: [STRONG, "nothing stops a holder that lost the role from acting on"],
        lease: [-SLIGHT, "the role runs out by a lease"],
        token: [-DECISIVE, "a fencing token stops whoever lost the role"],
      },
    },
    {
      on: "control",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing checks whether the new holder has everything"],
        both: [-MODERATE, "both ends check before the role moves"],
      },
    },
  ],
  word: ({ between: [controller, holder] }, { name }) => ({
    invariant: `${name(controller)} gives a role to ${name(holder)} only when everything that was acknowledged is there and the former holder has stopped.`,
    contradiction: `${name(controller)} has to act when it cannot see the holder, and can know what the holder acknowledged only by seeing it.`,
  }),
  absentLayer: "The state as part of the role: the controller moves the one without knowing of the other.",
  moves: [
    {
      key: "role-by-majority",
      text: "Let the holders take the role from a place that gives it once, by majority and with a token, and fence off whoever lost it.",
      apply: roleByMajority,
    },
    {
      key: "person-decides",
      text: "Keep failover within the distance over which writes are acknowledged, and let a person decide beyond.",
      apply: personDecides,
    },
  ],
  sources: [
    {
      title: "October 21 post-incident analysis",
      publisher: "GitHub",
      url: "https://github.blog/2018-10-30-oct21-post-incident-analysis/",
      supports:
        "A cut of 43 seconds moved the primaries to another coast before their writes had arrived there.",
    },
    {
      title: "GitHub availability this week",
      publisher: "GitHub",
      url: "https://github.blog/news-insights/the-library/github-availability-this-week/",
      supports:
        "Two earlier promotions that should not have happened, and the decision to start failover by hand.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the holder of the role", projection: "position of the last acknowledged write" },
      { from: "the one that would take over", projection: "position up to which it has everything" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "acknowledged writes" },
    maximumAgeSeconds: 5,
    sentence: "Whoever may be given the role has every write that was acknowledged, at every moment.",
  },
  falseAlarms: [
    "The state can be made anew from another source, so that nothing acknowledged is lost.",
    "Only the copy for reading moves, and writes go on to one place.",
  ],
  sketchMayBeWrong: [
    "The holders agree among themselves by a protocol that the drawing shows as copying.",
    "The controller starts and stops the process, and has no say in the role.",
  ],
  migration: "To the way back: reconciling what both sides accepted.",
};

/** A controller over holders between which state is copied: each holder that could be given the role. */
function matchesOf(graph: SketchGraph, control: Connection): readonly Match[] {
  const { from: controller, to: holder } = control;
  if (graph.components.get(controller)?.kind !== "controller") return [];
  const copying = graph.incoming(holder).filter(({ kind }) => kind === "replicate");
  return copying.map((copy) => {
    const watched = graph.between(controller, copy.from).filter(({ kind }) => kind === "observe");
    const sharedFate = [...watched, control].filter(({ over }) => over.some((id) => copy.over.includes(id)));
    const told = graph
      .outgoing(controller)
      .filter(({ kind, to }) => kind === "configure" && graph.components.get(to)?.kind === "directory");
    const writers = graph.incoming(copy.from).filter(({ kind }) => kind === "write");
    return {
      between: [controller, holder],
      parts: {
        control: [connection(control)],
        copying: [connection(copy)],
        holders: [component(copy.from), component(holder)],
      },
      signs: [
        ...signIf(
          true,
          "moves-role",
          MODERATE,
          `${graph.name(controller)} can give a role to ${graph.name(holder)}, which holds a copy`,
          [connection(control), connection(copy)],
        ),
        ...signIf(
          watched.length > 0,
          "watches",
          MODERATE,
          `${graph.name(controller)} acts on what it sees of ${graph.name(copy.from)}`,
          watched.map(connection),
        ),
        ...signIf(
          sharedFate.length > 0,
          "same-link",
          STRONG,
          "watching, acting and copying run over the same link, and are lost together",
          sharedFate.map(connection),
        ),
        ...signIf(
          told.length > 0,
          "told-elsewhere",
          SLIGHT,
          "others learn of the role from a third place",
          told.map(connection),
        ),
        ...signIf(
          writers.length > 0,
          "written",
          SLIGHT,
          `others go on writing to ${graph.name(copy.from)}`,
          writers.map(connection),
        ),
      ],
    };
  });
}

function roleByMajority(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [controller, holder] = match.between;
  const [control, ...others] = connectionsIn(graph, match, "control");
  if (control === undefined || controller === holder) return null;
  const editor = editorOf(graph);
  const roles = editor.component("roles", "Roles by majority", "store", controller, {
    stateAuthority: "authoritative",
    fencing: "token",
  });
  editor.rewire(control.id, { to: roles, kind: "write" }, { atomicity: "conditional" });
  for (const { id } of others) editor.remove(id);
  const copying = connectionsIn(graph, match, "copying");
  for (const { id } of copying) editor.rewire(id, {}, { acknowledged: "after-copies" });
  for (const id of new Set([holder, ...copying.map(({ from }) => from)]))
    editor.connect("read", id, roles, control.carries, { freshness: "live" });
  return editor.edits();
}

function personDecides(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [controller, holder] = match.between;
  const controls = connectionsIn(graph, match, "control");
  if (controls.length === 0 || controller === holder) return null;
  const editor = editorOf(graph);
  const person = editor.component("decider", "Person who decides on failover", "person", controller);
  for (const way of controls) {
    editor.rewire(way.id, { from: person });
    editor.connect("send", controller, person, way.carries);
  }
  return editor.edits();
}
