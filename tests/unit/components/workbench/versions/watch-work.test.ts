import { watchWork } from "#components/workbench/versions/watch-work.ts";
import { emptySession } from "#core/document/new-session.ts";
import { createSessionStore } from "#live/session-store.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";

const MINUTE = 60_000;

/** A sketch on which somebody works, by a clock that the test turns. */
function workOn() {
  const store = createSessionStore(new Y.Doc());
  const kept: string[] = [];
  let time = 0;
  const stop = watchWork(
    store,
    (session, reason) => kept.push(`${reason}: ${session.architecture.title}`),
    () => time,
  );
  const change = (title: string, after = 0) => {
    time += after;
    store.dispatch({ type: "set-title", title });
  };
  return { kept, change, stop };
}

test("what was opened is kept once it is changed, as it was", () => {
  const { kept, change } = workOn();
  expect(kept).toEqual([]);
  change("One");
  change("Two");
  expect(kept).toEqual([`opened: ${emptySession().architecture.title}`]);
});

test("ten minutes of work are a spell, and so are a hundred changes, but not all at once", () => {
  const { kept, change } = workOn();
  change("One");
  change("Two", 10 * MINUTE);
  expect(kept.slice(1)).toEqual(["work: Two"]);
  for (let i = 0; i < 300; i += 1) change(`At once ${i}`);
  expect(kept).toHaveLength(2);
  change("Later", 2 * MINUTE);
  expect(kept.slice(2)).toEqual(["work: Later"]);
});

test("nothing is kept after it was stopped", () => {
  const { kept, change, stop } = workOn();
  stop();
  change("One");
  expect(kept).toEqual([]);
});
