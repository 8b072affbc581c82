import { COMPONENT_KINDS, CONNECTION_KINDS, HISTORY_KINDS } from "#core/architecture/vocabulary.ts";
import type { FactAddress } from "#core/architecture/subject.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import type { SketchChange } from "#core/document/sketch-change.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import fc from "fast-check";

/** Few ids on purpose, so that commands meet, collide and miss. */
const id = fc.constantFrom("a", "b", "c", "d");
const connectionId = fc.constantFrom("k", "l", "m");
const name = fc.oneof(
  fc.constantFrom("Gate", "Store", "", "  ", "__proto__", "*bold* | <b> `x`\n# no"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const coordinate = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.double());
const at = fc.tuple(coordinate, coordinate);
const between = fc.tuple(id, id);
const boundary = fc.constantFrom("x", "y", "z");
const boundaryKind = fc.constantFrom("trust" as const, "failure" as const);
const mechanism = fc.constantFrom("dual-write", "backlog", "fail-open", null);

export const arbitraryAddress: fc.Arbitrary<FactAddress> = fc.oneof(
  fc.record({
    about: fc.record({ component: id }),
    fact: fc.constantFrom("scale" as const, "idempotent" as const, "restartNeeds" as const),
  }),
  fc.record({
    about: fc.record({ connection: connectionId }),
    fact: fc.constantFrom("representation" as const, "atomicWith" as const, "delivery" as const),
  }),
  fc.record({
    about: fc.record({ agreement: between }),
    fact: fc.constantFrom("stated" as const, "limitedTo" as const),
  }),
);

const value = fc.oneof(
  fc.constantFrom("one", "unknown", "nowhere", "at-least-once"),
  fc.boolean(),
  fc.subarray(["a", "k", "steady-state", "one-at-a-time"]),
  fc.string({ unit: "binary", maxLength: 6 }),
);

const answer = fc.record(
  {
    value,
    by: fc.constantFrom("Ada", "Bo", "#1", " ", "you"),
    at: fc.constant("2026-03-01T10:00:00.000Z"),
    evidence: fc.string({ unit: "binary", maxLength: 6 }),
    guessed: fc.boolean(),
  },
  { requiredKeys: ["value", "by", "at"] },
);

const of = <T extends Command["type"]>(
  type: T,
  fields: {
    readonly [K in Exclude<keyof Extract<Command, { type: T }>, "type">]: fc.Arbitrary<
      Extract<Command, { type: T }>[K]
    >;
  },
) => fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<Command>;

const facts = (known: string) =>
  fc.oneof(fc.constant({}), fc.record({ [known]: fc.array(answer, { minLength: 1, maxLength: 2 }) }));

const sketchChange: fc.Arbitrary<SketchChange> = fc.record({
  objects: fc.array(fc.record({ id: fc.constantFrom("o", "p"), name }), { maxLength: 1 }),
  components: fc.array(
    fc.record({
      id,
      name,
      kind: fc.constantFrom(...COMPONENT_KINDS),
      boundaries: fc.constant([]),
      notes: fc.constant(""),
      facts: facts("scale"),
      numbers: fc.constant({}),
    }),
    { maxLength: 2 },
  ),
  connections: fc.array(
    fc.record({
      id: connectionId,
      from: id,
      to: id,
      kind: fc.constantFrom(...CONNECTION_KINDS),
      carries: fc.constantFrom("o", null),
      over: fc.subarray(["c", "d"]),
      notes: fc.constant(""),
      facts: facts("delivery"),
      numbers: fc.constant({}),
    }),
    { maxLength: 2 },
  ),
  agreements: fc.array(
    fc.record({ id: fc.constantFrom("g", "h"), between, about: name, facts: facts("stated") }),
    { maxLength: 1 },
  ),
  removed: fc.subarray(["k", "l", "m"]),
});

/** A file that names some of what commands name, and one thing more. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: of("add-component", { id, name, kind: fc.constantFrom(...COMPONENT_KINDS), at }) },
  {
    weight: 3,
    arbitrary: of("connect", {
      id: connectionId,
      from: id,
      to: id,
      kind: fc.constantFrom(...CONNECTION_KINDS),
    }),
  },
  {
    weight: 4,
    arbitrary: of("answer", {
      address: arbitraryAddress,
      answer,
      agreementId: fc.constantFrom("g", "h"),
    }),
  },
  of("clear-answer", { address: arbitraryAddress, by: fc.constantFrom("Ada", "Bo", "you") }),
  of("set-title", { title: name }),
  of("rename-component", { id, name }),
  of("set-component-kind", { id, kind: fc.constantFrom(...COMPONENT_KINDS) }),
  of("move-component", { id, at }),
  of("delete-component", { id }),
  of("set-connection-kind", { id: connectionId, kind: fc.constantFrom(...CONNECTION_KINDS) }),
  of("set-carried-object", { id: connectionId, object: fc.constantFrom("o", "p", null) }),
  of("delete-connection", { id: connectionId }),
  of("add-boundary", {
    id: boundary,
    name,
    kind: boundaryKind,
    within: fc.option(boundary),
    components: fc.array(id, { maxLength: 3 }),
  }),
  of("rename-boundary", { id: boundary, name }),
  of("put-in-boundary", {
    components: fc.array(id, { maxLength: 3 }),
    kind: boundaryKind,
    boundary: fc.option(boundary),
  }),
  of("nest-boundary", { id: boundary, within: fc.option(boundary) }),
  of("delete-boundary", { id: boundary }),
  of("add-object", { id: fc.constantFrom("o", "p"), name }),
  of("skip-question", { address: arbitraryAddress }),
  of("refer-question", { address: arbitraryAddress, to: name }),
  of("ask-again", { address: arbitraryAddress }),
  of("set-independent", { between, independent: fc.boolean() }),
  of("set-signal", { signal: fc.constantFrom(...SIGNAL_IDS), given: fc.boolean() }),
  of("tell-history", {
    entry: fc.record({
      id: fc.constantFrom("h", "i"),
      date: fc.oneof(fc.constantFrom("2024", "2024-07-19", " "), name),
      kind: fc.constantFrom(...HISTORY_KINDS),
      text: name,
      about: fc.array(id, { maxLength: 3 }),
      worked: fc.array(connectionId, { maxLength: 2 }),
      failed: fc.array(connectionId, { maxLength: 2 }),
      covered: name,
      leftOpen: name,
    }),
  }),
  of("delete-history", { id: fc.constantFrom("h", "i") }),
  of("mark-seam", { id: fc.constantFrom("s", "t"), between, note: name }),
  of("note-seam", { id: fc.constantFrom("s", "t"), note: name }),
  of("tell-seam", {
    id: fc.constantFrom("s", "t"),
    between,
    told: fc.record(
      {
        mechanism,
        invariant: name,
        owner: name,
        decision: fc.option(
          fc.record({ stance: fc.constantFrom("resolve", "reframe", "keep"), because: name, mechanism }),
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  of("take-move", { change: sketchChange, positions: fc.dictionary(id, at, { maxKeys: 2 }) }),
  of("unmark-seam", { id: fc.constantFrom("s", "t") }),
  of("dismiss", {
    dismissal: fc.record({
      between,
      mechanism,
      reason: name,
      by: fc.constantFrom("Ada", "Bo", " "),
      at: fc.constantFrom("2026-03-01T10:00:00.000Z", "yesterday"),
    }),
  }),
  of("bring-back", { between, mechanism }),
);

export const arbitraryCommands = fc.array(arbitraryCommand, { maxLength: 40 });

export const arbitrarySession: fc.Arbitrary<Session> = arbitraryCommands.map((commands) =>
  commands.reduce(applyCommand, emptySession()),
);
