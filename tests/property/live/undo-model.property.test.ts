import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { createSessionStore } from "#live/session-store.ts";
import { arbitraryCommand } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import * as Y from "yjs";

/** What undo and redo are, said plainly: every state there ever was, and which of them is shown. */
interface Model {
  readonly states: readonly Session[];
  readonly at: number;
}

type Step = readonly Command[] | "undo" | "redo";

const gesture = fc.array(arbitraryCommand, { minLength: 1, maxLength: 3 });
const steps = fc.array(
  fc.oneof<fc.WeightedArbitrary<Step>[]>(
    { weight: 3, arbitrary: gesture },
    { weight: 2, arbitrary: fc.constantFrom<Step>("undo", "undo", "redo") },
  ),
  { maxLength: 60, size: "max" },
);

function after({ states, at }: Model, step: Step): Model {
  if (step === "undo") return { states, at: Math.max(0, at - 1) };
  if (step === "redo") return { states, at: Math.min(states.length - 1, at + 1) };
  const before = states[at] ?? emptySession();
  const next = step.reduce(applyCommand, before);
  return isDeepStrictEqual(next, before)
    ? { states, at }
    : { states: [...states.slice(0, at + 1), next], at: at + 1 };
}

test("500 sessions of edits, undos and redos are at every step what a plain list of states says", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const store = createSessionStore(new Y.Doc());
      let model: Model = { states: [emptySession()], at: 0 };
      for (const step of all) {
        if (step === "undo") store.undo();
        else if (step === "redo") store.redo();
        else store.dispatch(...step);
        model = after(model, step);
        expect(store.current()).toEqual(model.states[model.at]);
        expect([store.canUndo(), store.canRedo()]).toEqual([
          model.at > 0,
          model.at < model.states.length - 1,
        ]);
      }
    }),
    { numRuns: 500 },
  );
});
