import type { ConnectionKind } from "#core/architecture/vocabulary.ts";
import type { Position } from "#core/document/session.schema.ts";
import { componentName } from "#core/report/wording.ts";
import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { freePlace } from "./canvas/sketch-drawing.ts";
import { newId } from "./new-id.ts";
import { componentsSelected, NOTHING, selectedPair } from "./selection.ts";
import { useWorkbench } from "./workbench-context.ts";

export interface SketchActions {
  readonly add: () => void;
  readonly addAt: (at: Position) => void;
  readonly startConnecting: () => void;
  readonly startMarking: () => void;
  readonly connect: (from: string, to: string) => void;
  readonly mark: (a: string, b: string) => void;
  readonly deleteSelected: () => void;
  readonly kindBetween: (from: string, to: string) => ConnectionKind;
}

/** What a person does to the sketch, the same from the canvas, the outline and the keyboard. */
export function useSketchActions(): SketchActions {
  const { session, selection, select, dispatch, announce, rename, pick } = useWorkbench();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    const { architecture, positions } = session;
    const name = (id: string) => componentName(architecture, id);
    const kindOf = (id: string) => architecture.components.find((component) => component.id === id)?.kind;
    const [first, second] = selection.components;

    const addAt = (at: Position) => {
      const id = newId("component");
      dispatch({ type: "add-component", id, name: "New component", kind: "service", at });
      select(componentsSelected(id));
      rename(id);
      announce("Component added. Type its name.");
    };
    const kindBetween = (from: string, to: string): ConnectionKind => {
      const kind = kindOf(to);
      if (kind === "queue" || kindOf(from) === "queue") return "send";
      if (kind === "store") return "write";
      if (kind === "cache" || kind === "directory") return "read";
      if (kind === "enforcer") return "decide";
      return kindOf(from) === "config" ? "configure" : "call";
    };
    const connect = (from: string, to: string) => {
      const id = newId("connection");
      dispatch({ type: "connect", id, from, to, kind: kindBetween(from, to) });
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
        const area = document.querySelector(".sketch-canvas")?.getBoundingClientRect();
        const centre = screenToFlowPosition({
          x: (area?.x ?? 0) + (area?.width ?? 0) / 2,
          y: (area?.y ?? 0) + (area?.height ?? 0) / 2,
        });
        addAt(freePlace(Object.values(positions), [centre.x - 84, centre.y - 28]));
      },
      startConnecting: () => startPair("connect", connect),
      startMarking: () => startPair("mark-seam", mark),
      connect,
      mark,
      kindBetween,
      deleteSelected: () => {
        const { components, connection } = selection;
        if (components.length === 0 && connection === null) return;
        dispatch(
          ...components.map((id) => ({ type: "delete-component", id }) as const),
          ...(connection === null ? [] : [{ type: "delete-connection", id: connection } as const]),
        );
        select(NOTHING);
        announce(
          components.length === 0
            ? "Connection deleted. Undo brings it back."
            : `${components.map(name).join(", ")} deleted. Undo brings it back.`,
        );
      },
    };
  }, [session, selection, select, dispatch, announce, rename, pick, screenToFlowPosition]);
}
