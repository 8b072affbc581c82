import { likelyKind } from "#core/architecture/likely-kind.ts";
import { freePlace } from "#core/diagram/free-place.ts";
import { componentName } from "#core/report/wording.ts";
import type { Position } from "#core/document/session.schema.ts";
import { useCallback, useMemo } from "react";
import { usePaper } from "./canvas/paper.tsx";
import { TOWARDS, type Direction } from "./canvas/neighbour.ts";
import { boxAt } from "./canvas/sketch-drawing.ts";
import { newId } from "./new-id.ts";
import { componentsSelected } from "./selection.ts";
import { useWorkbench } from "./workbench-context.ts";

export interface Drawing {
  readonly add: () => void;
  readonly addAt: (at: Position) => void;
  /** A new component beside one that is there, connected from it; without a place, where there is room. */
  readonly addConnected: (from: string, towards: Direction | Position) => void;
  readonly connect: (from: string, to: string) => void;
  readonly mark: (a: string, b: string) => void;
}

/** Puts something new on the sheet. */
export function useDrawing(): Drawing {
  const { session, select, dispatch, announce, rename } = useWorkbench();
  const { toSheet } = usePaper();
  const reveal = useReveal();

  return useMemo(() => {
    const { architecture, positions } = session;
    const name = (id: string) => componentName(architecture, id);
    const kindOf = (wanted: string) => architecture.components.find(({ id }) => id === wanted)?.kind;

    const addAt = (at: Position) => {
      const id = newId("component");
      dispatch({ type: "add-component", id, name: "New component", kind: "service", at });
      select(componentsSelected(id));
      reveal(at);
      rename(id);
      announce("Component added. Type its name.");
    };
    const addConnected = (from: string, towards: Direction | Position) => {
      const wanted = typeof towards === "string" ? beside(positions[from] ?? [0, 0], towards) : towards;
      const [id, connection] = [newId("component"), newId("connection")];
      const at = freePlace(Object.values(positions), wanted);
      const kind = likelyKind(kindOf(from), "service");
      dispatch(
        { type: "add-component", id, name: "New component", kind: "service", at },
        { type: "connect", id: connection, from, to: id, kind },
      );
      select(componentsSelected(id));
      reveal(at);
      rename(id);
      announce(`Component added and connected from ${name(from)}. Type its name.`);
    };
    const connect = (from: string, to: string) => {
      const id = newId("connection");
      dispatch({ type: "connect", id, from, to, kind: likelyKind(kindOf(from), kindOf(to)) });
      select({ components: [], connection: id });
      announce(`Connected ${name(from)} to ${name(to)}.`);
    };
    const mark = (a: string, b: string) => {
      dispatch({ type: "mark-seam", id: newId("seam"), between: [a, b], note: "" });
      select(componentsSelected(a, b));
      announce(`Seam marked between ${name(a)} and ${name(b)}.`);
    };
    return {
      addAt,
      addConnected,
      add: () => {
        const { x, y } = toSheet(canvasMiddle());
        addAt(freePlace(Object.values(positions), [x - 84, y - 28]));
      },
      connect,
      mark,
    };
  }, [session, select, dispatch, announce, rename, toSheet, reveal]);
}

function beside([x, y]: Position, direction: Direction): Position {
  const { width, height } = boxAt([x, y]);
  const [right, down] = TOWARDS[direction];
  return [x + right * (width + 96), y + down * (height + 72)];
}

/** Moves the view to a new component that would lie off it: what is not on the screen could not be given its name. */
function useReveal(): (at: Position) => void {
  const { toScreen, centre } = usePaper();
  return useCallback(
    ([x, y]) => {
      const { width, height } = boxAt([x, y]);
      const middle = { x: x + width / 2, y: y + height / 2 };
      const shown = toScreen(middle);
      if (!isOnCanvas(shown.x, shown.y)) centre(middle);
    },
    [toScreen, centre],
  );
}

function canvasArea(): DOMRect {
  return document.querySelector(".sketch-canvas")?.getBoundingClientRect() ?? new DOMRect();
}

function isOnCanvas(x: number, y: number): boolean {
  const { left, right, top, bottom } = canvasArea();
  return x > left && x < right && y > top && y < bottom;
}

function canvasMiddle(): { readonly x: number; readonly y: number } {
  const area = canvasArea();
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}
