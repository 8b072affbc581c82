import type { Command } from "#core/document/command.ts";
import type { Position } from "#core/document/session.schema.ts";
import { componentName } from "#core/report/wording.ts";
import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { freePlace } from "./canvas/sketch-drawing.ts";
import { likelyKind } from "./likely-kind.ts";
import { newId } from "./new-id.ts";
import { componentsSelected, NOTHING, selectedPair, type Selection } from "./selection.ts";
import { useWorkbench } from "./workbench-context.ts";

export interface SketchActions {
  readonly add: () => void;
  readonly addAt: (at: Position) => void;
  readonly startConnecting: () => void;
  readonly startMarking: () => void;
  readonly connect: (from: string, to: string) => void;
  readonly mark: (a: string, b: string) => void;
  readonly deleteSelected: () => void;
}

/** What a person does to the sketch, the same from the canvas, the outline and the keyboard. */
export function useSketchActions(): SketchActions {
  const { session, selection, select, dispatch, announce, rename, pick } = useWorkbench();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    const { architecture, positions } = session;
    const name = (id: string) => componentName(architecture, id);
    const [first, second] = selection.components;

    const addAt = (at: Position) => {
      const id = newId("component");
      dispatch({ type: "add-component", id, name: "New component", kind: "service", at });
      select(componentsSelected(id));
      rename(id);
      announce("Component added. Type its name.");
    };
    const connect = (from: string, to: string) => {
      const id = newId("connection");
      dispatch({ type: "connect", id, from, to, kind: likelyKind(architecture, from, to) });
      select({ components: [], connection: id });
      announce(`Connected ${name(from)} to ${name(to)}.`);
    };
    const mark = (a: string, b: string) => {
      dispatch({ type: "mark-seam", id: newId("seam"), between: [a, b], note: "" });
      select(componentsSelected(a, b));
      announce(`Seam marked between ${name(a)} and ${name(b)}.`);
    };
    const startPair = (purpose: "connect" | "mark-seam", act: (a: string, b: string) => void) => {
      const pair = selectedPair(selection);
      if (pair !== null && first !== undefined && second !== undefined) act(first, second);
      else if (first !== undefined) pick({ purpose, from: first });
      else announce("Select a component first.");
    };
    return {
      addAt,
      add: () => {
        const { x, y } = screenToFlowPosition(canvasMiddle());
        addAt(freePlace(Object.values(positions), [x - 84, y - 28]));
      },
      startConnecting: () => startPair("connect", connect),
      startMarking: () => startPair("mark-seam", mark),
      connect,
      mark,
      deleteSelected: () => {
        const commands = deletionOf(selection);
        if (commands.length === 0) return;
        dispatch(...commands);
        select(NOTHING);
        const gone = selection.components.map(name).join(", ");
        announce(`${gone === "" ? "The connection" : gone} is deleted. Undo brings it back.`);
      },
    };
  }, [session, selection, select, dispatch, announce, rename, pick, screenToFlowPosition]);
}

function canvasMiddle(): { readonly x: number; readonly y: number } {
  const area = document.querySelector(".sketch-canvas")?.getBoundingClientRect() ?? new DOMRect();
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

function deletionOf({ components, connection }: Selection): readonly Command[] {
  return [
    ...components.map((id): Command => ({ type: "delete-component", id })),
    ...(connection === null ? [] : [{ type: "delete-connection", id: connection } as const]),
  ];
}
