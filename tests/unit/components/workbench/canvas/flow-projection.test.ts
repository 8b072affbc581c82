import {
  createNodeProjector,
  withPlaces,
  type CanvasView,
} from "#components/workbench/canvas/flow-projection.ts";
import { NOTHING } from "#components/workbench/selection.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { describe, expect, test } from "vitest";

const add = (id: string, at: readonly [number, number]): Command => ({
  type: "add-component",
  id,
  name: id,
  kind: "service",
  at,
});
const session = [add("a", [0, 0]), add("b", [300, 0])].reduce(applyCommand, emptySession());
const view: CanvasView = { selection: NOTHING, renaming: null };

describe("the nodes of a session", () => {
  test("stay the same objects while they show the same", () => {
    const project = createNodeProjector();
    const before = project(session, view);
    const renamed = applyCommand(session, { type: "rename-component", id: "b", name: "Till" });
    const after = project(renamed, view);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(project(renamed, { ...view })).toEqual(after);
  });

  test("follow a drag that is not in the session yet", () => {
    const resting = createNodeProjector()(session, view);
    const [a, b] = withPlaces(resting, new Map([["b", { x: 7, y: 8 }]]));
    expect(a).toBe(resting[0]);
    expect(b?.position).toEqual({ x: 7, y: 8 });
  });

  test("are one stop for the Tab key: the selected one, or else the first", () => {
    const stops = (components: readonly string[]) =>
      createNodeProjector()(session, { ...view, selection: { components, connection: null } })
        .filter(({ focusable }) => focusable)
        .map(({ id }) => id);
    expect(stops([])).toEqual(["a"]);
    expect(stops(["b"])).toEqual(["b"]);
  });
});
