import { neighbourTowards } from "#components/workbench/canvas/neighbour.ts";
import {
  createLineAsker,
  drawLines,
  keepLines,
  placed,
  wantedLines,
} from "#components/workbench/canvas/sketch-drawing.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { describe, expect, test } from "vitest";

const component = (id: string, at: readonly [number, number]): Command => ({
  type: "add-component",
  id,
  name: id,
  kind: "service",
  at,
});
const session = [
  component("middle", [0, 0]),
  component("right", [300, 20]),
  component("far", [900, 0]),
  component("below", [10, 200]),
  { type: "connect", id: "k", from: "middle", to: "right", kind: "call" } as const,
].reduce(applyCommand, emptySession());

test("an arrow leads to the nearest component in its direction, or nowhere", () => {
  expect(neighbourTowards(session, "middle", "right")).toBe("right");
  expect(neighbourTowards(session, "middle", "down")).toBe("below");
  expect(neighbourTowards(session, "middle", "left")).toBeUndefined();
  expect(neighbourTowards(session, "ghost", "left")).toBeUndefined();
});

test("what comes without a place is laid out, and what has one keeps it", () => {
  expect(placed(session)).toBe(session);
  const bare = placed({ ...session, positions: {} });
  expect(new Set(Object.values(bare.positions).map(String)).size).toBe(4);
  const { middle, right } = session.positions;
  const half = placed({ ...session, positions: { middle: middle ?? [0, 0], right: right ?? [0, 0] } });
  expect(half.positions).toMatchObject({ middle, right });
  expect(Math.min(half.positions["far"]?.[1] ?? 0, half.positions["below"]?.[1] ?? 0)).toBeGreaterThan(100);
});

describe("lines", () => {
  test("are drawn anew when something moves, and not when something is renamed", () => {
    const ask = createLineAsker();
    expect(ask(session, [])).not.toBeNull();
    const renamed = applyCommand(session, { type: "rename-component", id: "far", name: "Till" });
    expect(ask(renamed, [])).toBeNull();
    const moved = applyCommand(session, { type: "move-component", id: "right", at: [300, 400] });
    expect(ask(moved, [])).not.toBeNull();
  });

  test("that lead the same way as before are the same objects", () => {
    const before = drawLines(wantedLines(session, []));
    const again = keepLines(before, structuredClone(drawLines(wantedLines(session, []))));
    expect(again.routes.get("k")).toBe(before.routes.get("k"));
  });
});
