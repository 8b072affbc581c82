import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { component, connection, idsIn, namesOneOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { DECISIVE, MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** One piece of work has two effects in two places, and nothing makes them happen together. */
export const dualWrite: Mechanism = {
  key: "dual-write",
  zone: "coupling",
  failureClass: "assumption-violation",
  title: "Two effects without one fate",
  description:
    "A component records something in one place and causes something in another. A failure between the two leaves one " +
    "of them done, and both places are right by their own measure.",
  propose: (graph) => onePerPair(graph.architecture.components.flatMap(({ id }) => matchesOf(graph, id))),
  evidence: [
    {
      on: "record",
      fact: "atomicWith",
      answers: {
        together: [-DECISIVE, "the record commits or fails together with the other effect"],
        alone: [MODERATE, "the record commits on its own"],
      },
      classify: (value, match) => (namesOneOf(value, match, "effect") ? "together" : "alone"),
      imagine: (match) => ({ alone: [], together: idsIn(match, "effect") }),
    },
    {
      on: "record",
      fact: "atomicity",
      answers: {
        unconditional: [MODERATE, "the record is written without a condition"],
        transactional: [-MODERATE, "the record is written in a transaction"],
        conditional: [-SLIGHT, "the record is written only if nothing changed meanwhile"],
      },
    },
    {
      on: "effect",
      fact: "onFailure",
      answers: {
        retries: [MODERATE, "the other effect is tried again, whatever became of the record"],
        nothing: [MODERATE, "the other effect is lost when it fails"],
      },
    },
    {
      on: "record",
      fact: "acknowledged",
      answers: {
        "before-durable": [MODERATE, "the record is acknowledged before it is durable"],
        "after-durable": [-SLIGHT, "the record is acknowledged once it is durable"],
      },
    },
    {
      on: "writer",
      fact: "idempotent",
      answers: {
        false: [MODERATE, "doing it again does it twice"],
        true: [-SLIGHT, "doing it again changes nothing further"],
      },
    },
  ],
  word: (match, graph) => {
    const [writer, holder] = match.between;
    const [effect] = idsIn(match, "effect");
    const other = graph.connections.get(effect ?? "")?.to ?? holder;
    const elsewhere = other === holder ? "elsewhere" : `at ${graph.name(other)}`;
    return {
      invariant: `For every effect that ${graph.name(writer)} causes ${elsewhere} there is exactly one record in ${graph.name(holder)}, and the other way round.`,
      contradiction: `${graph.name(writer)} has to change two places, and can be sure of only one at a time.`,
    };
  },
  absentLayer: "One place that decides whether both effects happened.",
  moves: [
    {
      key: "outbox",
      text: "Write the record and the intention of the other effect in one transaction, and let a sender carry the intention out.",
      apply: outbox,
    },
    {
      key: "compare-continuously",
      text: "Give every effect an identity that the other side remembers, and compare both sides continuously.",
      apply: compareContinuously,
    },
  ],
  sources: [
    {
      title: "Billing Incident Post-Mortem: Breakdown, Analysis and Root Cause",
      publisher: "Twilio",
      url: "https://www.twilio.com/blog/2013/07/billing-incident-post-mortem-breakdown-analysis-and-root-cause.html",
      supports: "Cards were charged while the balance that the charge belonged to could not be written.",
    },
    {
      title: "Twilio incident and Redis",
      publisher: "Salvatore Sanfilippo",
      url: "https://antirez.com/latest/103",
      supports: "How the balances were kept, and what a restart made of them.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the record", projection: "identities of the entries of the last hour" },
      { from: "the place of the other effect", projection: "identities of the effects of the last hour" },
    ],
    relation: "equals",
    tolerance: { amount: 0, unit: "entries older than five minutes" },
    maximumAgeSeconds: 600,
    sentence:
      "For every entry of the last hour there is exactly one effect, and no effect is without its entry.",
  },
  falseAlarms: [
    "The second effect is a hint, and the other side finds out by itself in time.",
    "Both places are tables of one database, and one transaction covers them.",
  ],
  sketchMayBeWrong: [
    "The message is sent by the database from its log of changes, not by the writer.",
    "Record and effect belong to different pieces of work that never happen together.",
  ],
  migration: "To the receiver of the second effect, who now gets it at least once.",
};

const EFFECTS = new Set<Connection["kind"]>(["write", "send", "call"]);
const OTHER_HOLDERS = new Set(["external", "queue", "store"]);

function matchesOf(graph: SketchGraph, writer: string): readonly Match[] {
  const outgoing = graph.outgoing(writer);
  const kindOf = (id: string) => graph.components.get(id)?.kind ?? "";
  const records = outgoing.filter(({ kind, to }) => kind === "write" && kindOf(to) === "store");
  return records.flatMap((record) => {
    const effects = outgoing.filter(
      (c) => EFFECTS.has(c.kind) && c.to !== record.to && OTHER_HOLDERS.has(kindOf(c.to)),
    );
    return effects.map((effect): Match => matchOf(graph, writer, record, effect));
  });
}

function matchOf(graph: SketchGraph, writer: string, record: Connection, effect: Connection): Match {
  const readsBack = graph.outgoing(writer).filter(({ kind, to }) => kind === "read" && to === record.to);
  const writers = graph.incoming(record.to).filter(({ kind, from }) => kind === "write" && from !== writer);
  const otherKind = graph.components.get(effect.to)?.kind;
  return {
    between: [writer, record.to],
    parts: { record: [connection(record)], effect: [connection(effect)], writer: [component(writer)] },
    signs: [
      ...signIf(
        true,
        "two-effects",
        MODERATE,
        `${graph.name(writer)} records in ${graph.name(record.to)} and has an effect at ${graph.name(effect.to)} as well`,
        [connection(record), connection(effect)],
      ),
      ...signIf(
        otherKind === "external",
        "outside-effect",
        STRONG,
        `the effect at ${graph.name(effect.to)} cannot be part of a transaction of ours`,
        [connection(effect)],
      ),
      ...signIf(
        otherKind === "queue",
        "message",
        MODERATE,
        "the other effect is a message, which a transaction does not cover",
        [connection(effect)],
      ),
      ...signIf(
        readsBack.length > 0,
        "reads-back",
        MODERATE,
        `${graph.name(writer)} decides by what it reads back from ${graph.name(record.to)}`,
        readsBack.map(connection),
      ),
      ...signIf(
        writers.length > 0,
        "several-writers",
        SLIGHT,
        `others write to ${graph.name(record.to)} too`,
        writers.map(connection),
      ),
    ],
  };
}

/** The effect becomes a second write in the transaction of the record; a relay carries it out, at least once. */
function outbox(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [writer, holder] = match.between;
  const records = connectionsIn(graph, match, "record");
  const effects = connectionsIn(graph, match, "effect");
  if (records.length === 0 || effects.length === 0 || writer === holder) return null;
  const editor = editorOf(graph);
  const relay = editor.component("relay", `Relay of ${graph.name(writer)}`, "worker", writer, {
    idempotent: true,
  });
  const intended = effects.map((effect) => {
    const intention = effect.carries ?? editor.object("intention", `intention for ${graph.name(effect.to)}`);
    editor.rewire(effect.id, { from: relay, carries: intention }, SENT_AGAIN);
    const onward = graph
      .outgoing(effect.to)
      .filter(({ kind, carries }) => kind === "send" && carries === intention);
    for (const { id } of onward) editor.rewire(id, {}, { delivery: SENT_AGAIN.delivery });
    editor.connect("read", relay, holder, intention, { freshness: "live" });
    return editor.connect("write", writer, holder, intention, {
      atomicity: "transactional",
      atomicWith: records.map(({ id }) => id),
    });
  });
  for (const { id } of records) editor.rewire(id, {}, { atomicity: "transactional", atomicWith: intended });
  editor.bind(match.between, { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

const SENT_AGAIN = { delivery: "at-least-once", onFailure: "retries" } as const;

function compareContinuously(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [writer, holder] = match.between;
  const effects = connectionsIn(graph, match, "effect");
  if (effects.length === 0 || writer === holder) return null;
  const editor = editorOf(graph);
  const check = editor.component(
    "reconciliation",
    `Reconciliation of ${graph.name(holder)}`,
    "monitor",
    holder,
  );
  for (const to of new Set([holder, ...effects.map((effect) => effect.to)]))
    editor.connect("observe", check, to, null, { freshness: "live" });
  editor.bind(match.between, { overseer: "third-party" });
  return editor.edits();
}
