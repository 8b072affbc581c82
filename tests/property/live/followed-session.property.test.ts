import type { Command } from "#core/document/command.ts";
import { MAP_NAMES, mapOf } from "#live/session-maps.ts";
import { applyToYjs, createSessionStore } from "#live/session-store.ts";
import { toSession } from "#live/to-session.ts";
import { arbitraryCommand } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

type Step =
  | { readonly do: "mine" | "theirs"; readonly commands: readonly Command[] }
  | { readonly do: "undo" | "redo" | "meet" }
  | {
      readonly do: "junk";
      readonly map: (typeof MAP_NAMES)[number];
      readonly key: string;
      readonly value: unknown;
    }
  | { readonly do: "deep junk"; readonly map: (typeof MAP_NAMES)[number]; readonly value: unknown };

const commands = fc.array(arbitraryCommand, { minLength: 1, maxLength: 4 });
const key = fc.constantFrom(
  ...["a", "b", "k", "o", "a~b", "b~a", "a~b#backlog", "component:a#scale", "component:a#scale#Ada"],
  ...["connection:k#delivery#Bo", "title", "summary", "origin", "__proto__", "#", ""],
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>("Gate", null, [1, 2], { value: "one", at: "2026-03-01T10:00:00.000Z" }),
);
const map = fc.constantFrom(...MAP_NAMES);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("mine", "theirs"), commands }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("undo", "redo", "meet") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("junk"), map, key, value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("deep junk"), map, value }) },
);

/** Writes into whatever entities a map holds, and into what they hold. */
function spoil(doc: Y.Doc, name: (typeof MAP_NAMES)[number], value: unknown): void {
  doc.transact(() => {
    for (const entity of mapOf(doc, name).values()) {
      if (!(entity instanceof Y.Map)) continue;
      const inner: unknown = entity.get("numbers");
      if (inner instanceof Y.Map) inner.set("n", value);
      else entity.set("numbers", new Y.Map([["n", value]]));
      entity.set("pos", value);
    }
  });
}

test("whatever happens to a document, following it reads what reading all of it anew would", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
      [mine.clientID, theirs.clientID] = [1, 2];
      const store = createSessionStore(mine);
      for (const step of steps) {
        if (step.do === "mine") store.dispatch(...step.commands);
        else if (step.do === "theirs") applyToYjs(theirs, step.commands, "theirs");
        else if (step.do === "undo") store.undo();
        else if (step.do === "redo") store.redo();
        else if (step.do === "junk") mapOf(theirs, step.map).set(step.key, step.value);
        else if (step.do === "deep junk") spoil(mine, step.map, step.value);
        else {
          Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
          Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
        }
        expect(store.current()).toEqual(toSession(mine));
      }
    }),
    { numRuns: 300 },
  );
});
