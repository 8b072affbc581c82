import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { MAP_NAMES, mapOf } from "#live/session-maps.ts";
import { applyToYjs, createSessionStore } from "#live/session-store.ts";
import { toSession } from "#live/to-session.ts";
import { loadSession } from "#live/write-session.ts";
import { arbitraryCommand, arbitraryCommands, arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

function replicaOf(doc: Y.Doc, clientID: number): Y.Doc {
  const replica = new Y.Doc();
  replica.clientID = clientID;
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return replica;
}

function updatesOf(doc: Y.Doc, commands: readonly Command[]): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  commands.forEach((command) => applyToYjs(doc, [command], "test"));
  return updates;
}

describe("a session kept in Yjs", () => {
  test("is the session that the commands alone would make", () => {
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        const doc = new Y.Doc();
        commands.forEach((command) => applyToYjs(doc, [command], "test"));
        expect(toSession(doc)).toEqual(commands.reduce(applyCommand, emptySession()));
      }),
    );
  });

  test("comes back as it was loaded", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const doc = new Y.Doc();
        loadSession(doc, session, "test");
        expect(toSession(doc)).toEqual(session);
      }),
    );
  });

  test("reads the same on two replicas, in whatever order the updates of two people arrive", () => {
    fc.assert(
      fc.property(
        arbitraryCommands,
        arbitraryCommands,
        arbitraryCommands,
        fc.nat(),
        (shared, mine, yours, turn) => {
          const base = new Y.Doc();
          shared.forEach((command) => applyToYjs(base, [command], "test"));
          const updates = [...updatesOf(replicaOf(base, 1), mine), ...updatesOf(replicaOf(base, 2), yours)];
          const cut = updates.length === 0 ? 0 : turn % updates.length;
          const left = replicaOf(base, 3);
          const right = replicaOf(base, 4);
          updates.forEach((update) => Y.applyUpdate(left, update));
          [...updates.slice(cut), ...updates.slice(0, cut)]
            .toReversed()
            .forEach((update) => Y.applyUpdate(right, update));
          expect(toSession(right)).toEqual(toSession(left));
          expect(parseSession(toSession(left)).ok).toBe(true);
        },
      ),
    );
  });

  test("undo takes back exactly what was done, and redo does it again", () => {
    fc.assert(
      fc.property(arbitraryCommands, arbitraryCommand, (commands, command) => {
        const doc = new Y.Doc();
        const store = createSessionStore(doc);
        commands.forEach((earlier) => store.dispatch(earlier));
        const before = store.current();
        store.dispatch(command);
        const after = store.current();
        if (after === before) return;
        store.undo();
        expect(store.current()).toEqual(before);
        store.redo();
        expect(store.current()).toEqual(after);
      }),
    );
  });

  test("becomes what another session says in one step, and undo brings back what was", () => {
    fc.assert(
      fc.property(arbitraryCommands, arbitrarySession, (commands, wanted) => {
        const store = createSessionStore(new Y.Doc());
        commands.forEach((command) => store.dispatch(command));
        const before = store.current();
        store.become(wanted);
        expect(store.current()).toEqual(wanted);
        const isSame = JSON.stringify(before) === JSON.stringify(wanted);
        if (isSame) return;
        store.undo();
        expect(store.current()).toEqual(before);
        store.redo();
        expect(store.current()).toEqual(wanted);
      }),
    );
  });

  test("takes back as one step whatever was done within one gesture, and nothing from before it", () => {
    fc.assert(
      fc.property(arbitraryCommands, arbitraryCommands, (earlier, typed) => {
        const store = createSessionStore(new Y.Doc());
        earlier.forEach((command) => store.dispatch(command));
        const before = store.current();
        const gesture = {};
        typed.forEach((command) => store.within(gesture, () => store.dispatch(command)));
        const after = store.current();
        // What is done and undone within one gesture leaves a step that changes nothing.
        if (JSON.stringify(after) === JSON.stringify(before)) return;
        store.undo();
        expect(store.current()).toEqual(before);
        store.redo();
        expect(store.current()).toEqual(after);
        store.dispatch({ type: "set-title", title: "Something else" });
        store.undo();
        expect(store.current()).toEqual(after);
      }),
    );
  });

  test("can be undone to its beginning", () => {
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        const store = createSessionStore(new Y.Doc());
        commands.forEach((command) => store.dispatch(command));
        while (store.canUndo()) store.undo();
        expect(store.current()).toEqual(emptySession());
      }),
    );
  });

  test("undo brings back what this person wrote over themselves, and leaves what another wrote meanwhile", () => {
    const mine = new Y.Doc();
    const store = createSessionStore(mine);
    const name = () => store.current().architecture.components[0]?.name;
    store.dispatch({ type: "add-component", id: "a", name: "Gate", kind: "gateway", at: [0, 0] });
    store.dispatch({ type: "delete-component", id: "a" });
    store.dispatch({ type: "add-component", id: "a", name: "Door", kind: "gateway", at: [0, 0] });
    store.undo();
    store.dispatch({ type: "set-title", title: "A house" });
    store.undo();
    store.undo();
    expect(name()).toBe("Gate");

    const theirs = replicaOf(mine, 2);
    store.dispatch({ type: "set-title", title: "Another house" });
    store.dispatch({ type: "rename-component", id: "a", name: "Mine" });
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    applyToYjs(theirs, [{ type: "rename-component", id: "a", name: "Theirs" }], "theirs");
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    store.undo();
    expect(name()).toBe("Theirs");
  });

  test("leaves out whatever a peer wrote that is no session, and never fails", () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constant("__proto__"), fc.constant(null));
    const key = fc.oneof(
      fc.constantFrom(
        "a",
        "a~b",
        "b~a",
        "a~a",
        "a~b#backlog",
        "component:a#scale",
        "component:a#scale#Ada",
        "component:a#__proto__#Ada",
        "#",
        "__proto__",
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        arbitrarySession,
        fc.array(fc.tuple(fc.constantFrom(...MAP_NAMES), key, junk, fc.boolean()), { maxLength: 20 }),
        (session, writes) => {
          const doc = new Y.Doc();
          loadSession(doc, session, "test");
          for (const [map, at, value, nested] of writes) {
            mapOf(doc, map).set(at, nested ? new Y.Map(Object.entries({ name: value, pos: value })) : value);
          }
          expect(parseSession(toSession(doc)).ok).toBe(true);
        },
      ),
    );
  });

  test("keeps the identity of everything that a change did not touch", () => {
    const store = createSessionStore(new Y.Doc());
    store.dispatch(
      { type: "add-component", id: "a", name: "Gate", kind: "gateway", at: [0, 0] },
      { type: "add-component", id: "b", name: "Store", kind: "store", at: [0, 0] },
    );
    const before = store.current();
    store.dispatch({ type: "rename-component", id: "b", name: "Ledger" });
    const after = store.current();
    expect(after.architecture.components[0]).toBe(before.architecture.components[0]);
    expect(after.architecture.connections).toBe(before.architecture.connections);
    store.dispatch({ type: "move-component", id: "b", at: [9, 9] });
    expect(store.current().architecture).toBe(after.architecture);
  });
});
