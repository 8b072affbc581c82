import { createTurns } from "#components/workbench/canvas/use-turn.ts";
import { expect, test } from "vitest";

/** Frames that come when the test says so. */
function handFrames() {
  let awaited: (() => void)[] = [];
  return {
    nextFrame: (run: () => void) => void awaited.push(run),
    frame: () => {
      const now = awaited;
      awaited = [];
      for (const run of now) run();
      return now.length;
    },
  };
}

test("some have their turn at once, and the others frame by frame in the order in which they asked", () => {
  const { nextFrame, frame } = handFrames();
  const turns = createTurns(nextFrame, 2);
  expect([turns.take(), turns.take(), turns.take()]).toEqual([true, true, false]);
  const drawn: string[] = [];
  for (const name of ["a", "b", "c"]) turns.wait(() => void drawn.push(name));
  frame();
  expect(drawn).toEqual(["a", "b"]);
  expect(turns.take()).toBe(false);
  frame();
  expect(drawn).toEqual(["a", "b", "c"]);
});

test("a frame in which nobody asked makes room again, and no frame is asked for after it", () => {
  const { nextFrame, frame } = handFrames();
  const turns = createTurns(nextFrame, 1);
  expect(turns.take()).toBe(true);
  expect(turns.take()).toBe(false);
  expect(frame()).toBe(1);
  expect(frame()).toBe(0);
  expect(turns.take()).toBe(true);
});

test("who goes away loses the turn to the next", () => {
  const { nextFrame, frame } = handFrames();
  const turns = createTurns(nextFrame, 1);
  const drawn: string[] = [];
  const leave = turns.wait(() => void drawn.push("a"));
  turns.wait(() => void drawn.push("b"));
  leave();
  frame();
  expect(drawn).toEqual(["b"]);
});
