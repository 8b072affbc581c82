import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { neighbourTowards, type Direction } from "./canvas/neighbour.ts";
import { focusComponent } from "./canvas/focus-component.ts";
import { FIT } from "./canvas/use-fit-once.ts";
import { componentsSelected, NOTHING } from "./selection.ts";
import type { SketchActions } from "./use-sketch-actions.ts";
import { useSketchActions } from "./use-sketch-actions.ts";
import { useWorkbench, type WorkbenchValue } from "./workbench-context.ts";

export interface History {
  readonly undo: () => void;
  readonly redo: () => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The keys of the table. Plain letters count only where nobody is typing or choosing an answer. */
export function useShortcuts({ undo, redo }: History): void {
  const workbench = useWorkbench();
  const actions = useSketchActions();
  const { fitView, zoomIn, zoomOut } = useReactFlow();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const run =
        event.ctrlKey || event.metaKey
          ? withControl(event, { undo, redo })
          : isElsewhere(event.target)
            ? undefined
            : (onSketch(event, workbench, actions) ??
              {
                "0": () => void fitView(FIT),
                "+": () => void zoomIn(),
                "-": () => void zoomOut(),
              }[event.key]);
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [workbench, actions, undo, redo, fitView, zoomIn, zoomOut]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog], [role=menu]",
    ) !== null
  );
}

/** On a control outside the sketch a letter is nobody's wish to change the sketch. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target !== document.body && target.closest("[data-sketch]") === null
  );
}

function withControl(event: KeyboardEvent, { undo, redo }: History): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? redo : undo;
  return key === "y" ? redo : undefined;
}

function onSketch(
  event: KeyboardEvent,
  { session, selection, select, rename }: WorkbenchValue,
  actions: SketchActions,
): (() => void) | undefined {
  const selected = selection.components.at(-1);
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    if (!event.altKey || selected === undefined) return undefined;
    return () => {
      const next = neighbourTowards(session, selected, direction);
      if (next === undefined) return;
      select(componentsSelected(next));
      focusComponent(next);
    };
  }
  if (event.altKey || event.shiftKey) return undefined;
  const isOnControl =
    event.target instanceof HTMLElement && event.target.closest("button, a, summary") !== null;
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    n: actions.add,
    c: actions.startConnecting,
    s: actions.startMarking,
    delete: actions.deleteSelected,
    backspace: actions.deleteSelected,
    f2: selected === undefined ? undefined : () => rename(selected),
    enter: selected === undefined || isOnControl ? undefined : () => rename(selected),
    escape: () => select(NOTHING),
  };
  return keys[event.key.toLowerCase()];
}
