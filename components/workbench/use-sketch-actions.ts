import type { Command } from "#core/document/command.ts";
import { componentName } from "#core/report/wording.ts";
import { useMemo } from "react";
import { NOTHING, selectedPair, type Selection } from "./selection.ts";
import { useDrawing, type Drawing } from "./use-drawing.ts";
import { useWorkbench } from "./workbench-context.ts";

export interface SketchActions extends Drawing {
  readonly startConnecting: () => void;
  readonly startMarking: () => void;
  readonly deleteSelected: () => void;
}

/** What a person does to the sketch, the same from the canvas, the outline and the keyboard. */
export function useSketchActions(): SketchActions {
  const { session, selection, select, dispatch, announce, pick } = useWorkbench();
  const drawing = useDrawing();
  const { connect, mark } = drawing;

  return useMemo(() => {
    const name = (id: string) => componentName(session.architecture, id);
    const [first, second] = selection.components;
    const startPair = (purpose: "connect" | "mark-seam", act: (a: string, b: string) => void) => {
      const pair = selectedPair(selection);
      if (pair !== null && first !== undefined && second !== undefined) act(first, second);
      else if (first !== undefined) pick({ purpose, from: first });
      else announce("Select a component first.");
    };
    return {
      ...drawing,
      startConnecting: () => startPair("connect", connect),
      startMarking: () => startPair("mark-seam", mark),
      deleteSelected: () => {
        const commands = deletionOf(selection);
        if (commands.length === 0) return;
        dispatch(...commands);
        select(NOTHING);
        const gone = selection.components.map(name).join(", ");
        const what = selection.boundary === undefined ? "The connection" : "The boundary";
        announce(`${gone === "" ? what : gone} is deleted. Undo brings it back.`);
      },
    };
  }, [session, selection, select, dispatch, announce, pick, drawing, connect, mark]);
}

function deletionOf({ components, connection, boundary }: Selection): readonly Command[] {
  return [
    ...(boundary === undefined ? [] : [{ type: "delete-boundary", id: boundary } as const]),
    ...components.map((id): Command => ({ type: "delete-component", id })),
    ...(connection === null ? [] : [{ type: "delete-connection", id: connection } as const]),
  ];
}
