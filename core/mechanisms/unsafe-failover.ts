import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
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
    "Let the holders decide by majority who has the role, and fence off whoever lost it.",
    "Keep failover within the distance over which writes are acknowledged, and let a person decide beyond.",
  ],
  migration: "To the way back: reconciling what both sides accepted.",
};

/** A controller over holders between which state is copied: each holder that could be given the role. */
function matchesOf(graph: SketchGraph, control: Connection): readonly Match[] {
  const { from: controller, to: holder } = control;
  if (graph.components.get(controller)?.kind !== "controller") return [];
  const copying = graph
    .incoming(holder)
    .filter(({ kind, from }) => kind === "replicate" && graph.components.get(from)?.kind === "store");
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
