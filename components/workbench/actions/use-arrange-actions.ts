import type { Position } from "#core/document/session.schema.ts";
import { useMemo } from "react";
import { aligned, distributed, type Axis, type Side } from "../canvas/alignment.ts";
import { boxesOf } from "../canvas/sketch-drawing.ts";
import { useWorkbench } from "../workbench-context.ts";

interface ArrangeActions {
  readonly align: (side: Side) => void;
  readonly distribute: (axis: Axis) => void;
}

const LINES: Readonly<Record<Side, string>> = {
  left: "left edges",
  centre: "centres",
  right: "right edges",
  top: "top edges",
  middle: "middles",
  bottom: "bottom edges",
};

/** Puts the selected components in line, as one edit. */
export function useArrangeActions(): ArrangeActions {
  const { session, selection, dispatch, announce } = useWorkbench();
  return useMemo(() => {
    const selected = () => {
      const boxes = boxesOf(session.architecture, session.positions);
      return new Map(
        selection.components.flatMap((id) => {
          const box = boxes.get(id);
          return box === undefined ? [] : [[id, box] as const];
        }),
      );
    };
    const move = (places: ReadonlyMap<string, Position>, sentence: string) => {
      dispatch(...[...places].map(([id, at]) => ({ type: "move-component", id, at }) as const));
      announce(sentence);
    };
    return {
      align: (side) => move(aligned(selected(), side), `The ${LINES[side]} are in line.`),
      distribute: (axis) => move(distributed(selected(), axis), "The distances are the same."),
    };
  }, [session, selection, dispatch, announce]);
}
