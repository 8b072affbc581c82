import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { sayChanges } from "#core/report/say-changes.ts";
import { expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";
const drawn = (
  [
    { type: "add-component", id: "a", name: "Gate", kind: "gateway", at: [0, 0] },
    { type: "add-component", id: "b", name: "Ledger", kind: "store", at: [200, 0] },
    { type: "connect", id: "k", from: "a", to: "b", kind: "write" },
  ] satisfies readonly Command[]
).reduce(applyCommand, emptySession());

const told = (...commands: readonly Command[]) =>
  sayChanges(drawn, commands.reduce(applyCommand, drawn)).map(
    ({ group, sentence }) => `${group}: ${sentence}`,
  );

test("a change of the sketch is told with the names of the sketch", () => {
  expect(
    told(
      { type: "rename-component", id: "a", name: "Door" },
      { type: "set-component-kind", id: "b", kind: "cache" },
      { type: "add-object", id: "o", name: "Order" },
      { type: "set-carried-object", id: "k", object: "o" },
    ),
  ).toEqual([
    "changed: “Gate” is called “Door” now.",
    "changed: The component “Ledger” is of the kind “cache” now, instead of “store”.",
    "added: The object “Order” was added.",
    "changed: The connection “Order, Door to Ledger” carries “Order” now, instead of nothing that is named.",
  ]);
});

test("what is gone is told by the name it had, with what went with it", () => {
  expect(told({ type: "delete-component", id: "b" })).toEqual([
    "removed: The component “Ledger” was removed.",
    "removed: The connection “Gate to Ledger” was removed.",
  ]);
});

test("an answer is told with its question and who gave it", () => {
  const address = { about: { agreement: ["a", "b"] }, fact: "stated" } as const;
  const answer: Command = {
    type: "answer",
    address,
    agreementId: "g",
    answer: { value: "nowhere", by: "Ada", at },
  };
  expect(told(answer)).toContain(
    "answered: “Where the agreement is written” about “Gate and Ledger”: “Nowhere”, says “Ada”.",
  );
  const answered = applyCommand(drawn, answer);
  const revised = applyCommand(answered, { ...answer, answer: { value: "docs", by: "Ada", at } });
  expect(sayChanges(answered, revised).map(({ sentence }) => sentence)).toEqual([
    "“Where the agreement is written” about “Gate and Ledger”: “In a document” instead of “Nowhere”, says “Ada”.",
  ]);
});

test("everything that was moved is told in one line", () => {
  expect(
    told({ type: "move-component", id: "a", at: [9, 9] }, { type: "move-component", id: "b", at: [99, 9] }),
  ).toEqual(["changed: Moved: “Gate”, “Ledger”."]);
});
