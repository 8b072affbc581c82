import { useMemo } from "react";
import { usePaper } from "../canvas/paper.tsx";
import { QUESTION_ID } from "../session/question-id.ts";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";
import type { ActionId } from "./key-table.ts";

type ViewActionId =
  | "snap"
  | "wholeSketch"
  | "showSelection"
  | "nearer"
  | "farther"
  | "actualSize"
  | "handTool"
  | "selectTool"
  | "outlineOnly"
  | "question"
  | "handOver"
  | "find"
  | "palette"
  | "keys";

/** How this screen looks at the sketch. Nothing here changes the session. */
export function useViewActions(): Readonly<Record<ViewActionId & ActionId, () => void>> {
  const { selection, announce, handOver } = useWorkbench();
  const { isSnapping, isOutlineOnly, changeView } = useView();
  const { show, zoom } = usePaper();
  const { components } = selection;
  return useMemo(
    () => ({
      snap: () => {
        changeView({ isSnapping: !isSnapping });
        announce(isSnapping ? "Snapping is off." : "Snapping is on.");
      },
      wholeSketch: () => show(),
      showSelection: () => show(components),
      nearer: () => zoom("nearer"),
      farther: () => zoom("farther"),
      actualSize: () => zoom("actual size"),
      handTool: () => {
        changeView({ tool: "hand" });
        announce("Dragging moves the sheet.");
      },
      selectTool: () => {
        changeView({ tool: "select" });
        announce("Dragging selects.");
      },
      outlineOnly: () => {
        changeView({ isOutlineOnly: !isOutlineOnly });
        announce(
          isOutlineOnly ? "The canvas is shown." : "The canvas is hidden; the outline has everything.",
        );
      },
      question: () => document.getElementById(QUESTION_ID)?.focus(),
      handOver: () => handOver(true),
      find: () => changeView({ sheet: "find" }),
      palette: () => changeView({ sheet: "palette" }),
      keys: () => changeView({ sheet: "keys" }),
    }),
    [components, isSnapping, isOutlineOnly, changeView, announce, handOver, show, zoom],
  );
}
