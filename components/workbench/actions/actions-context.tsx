import { createContext, useContext, useMemo, type ReactNode } from "react";
import { focusComponent } from "../canvas/focus-component.ts";
import { neighbourTowards, type Direction } from "../canvas/neighbour.ts";
import { useLayoutProposal } from "../layout/use-layout-proposal.ts";
import { componentsSelected, NOTHING, selectedPair } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { ActionId } from "./key-table.ts";
import { useArrangeActions } from "./use-arrange-actions.ts";
import { useBoundaryActions } from "./use-boundary-actions.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useViewActions } from "./use-view-actions.ts";

export interface History {
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface Action {
  readonly run: () => void;
  /** There is nothing that it could be done to. */
  readonly isOff: boolean;
}

export type Actions = Readonly<Record<ActionId, Action>>;

const ActionsContext = createContext<Actions | null>(null);

interface ActionsProviderProps {
  readonly history: History;
  readonly children: ReactNode;
}

/** Everything that can be done, once: keys, palette, menus and buttons take it from here. */
export function ActionsProvider({ history, children }: ActionsProviderProps) {
  return <ActionsContext value={useAllActions(history)}>{children}</ActionsContext>;
}

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error("Actions are offered inside the workbench.");
  return actions;
}

function useAllActions({ undo, redo }: History): Actions {
  const draw = useSketchActions();
  const walk = useWalk();
  const change = useChanges();
  const boundary = useBoundaryActions();
  const clipboard = useClipboard();
  const arrange = useArrangeActions();
  const { propose } = useLayoutProposal();
  const view = useViewActions();
  const { session, selection } = useWorkbench();
  const has = useMemo(() => {
    const { length } = selection.components;
    return {
      one: length === 1,
      pair: selectedPair(selection) !== null,
      some: length > 0,
      several: length > 1,
      many: length > 2,
      any: length > 0 || selection.connection !== null || selection.boundary !== undefined,
      sketch: session.architecture.components.length > 0,
    };
  }, [session, selection]);

  return useMemo((): Actions => {
    const when = (isOn: boolean, run: () => void): Action => ({ run, isOff: !isOn });
    const [from] = selection.components;
    const addTowards = (direction: Direction) =>
      when(has.one, () => from !== undefined && draw.addConnected(from, direction));
    return {
      add: when(true, draw.add),
      addLeft: addTowards("left"),
      addRight: addTowards("right"),
      addUp: addTowards("up"),
      addDown: addTowards("down"),
      connect: when(has.one || has.pair, draw.startConnecting),
      mark: when(has.one || has.pair, draw.startMarking),
      enclose: when(has.some, boundary.enclose),
      dissolve: when(has.some || selection.boundary !== undefined, boundary.dissolve),
      rename: when(has.some, change.rename),
      remove: when(has.any, draw.deleteSelected),
      undo: when(true, undo),
      redo: when(true, redo),
      copy: when(has.some, clipboard.copy),
      cut: when(has.some, clipboard.cut),
      paste: when(true, clipboard.paste),
      duplicate: when(has.some, clipboard.duplicate),
      selectAll: when(has.sketch, change.selectAll),
      deselect: when(has.any, change.deselect),
      alignLeft: when(has.several, () => arrange.align("left")),
      alignRight: when(has.several, () => arrange.align("right")),
      alignTop: when(has.several, () => arrange.align("top")),
      alignBottom: when(has.several, () => arrange.align("bottom")),
      alignCentre: when(has.several, () => arrange.align("centre")),
      alignMiddle: when(has.several, () => arrange.align("middle")),
      distributeAcross: when(has.many, () => arrange.distribute("across")),
      distributeDown: when(has.many, () => arrange.distribute("down")),
      propose: when(has.sketch, propose),
      snap: when(true, view.snap),
      wholeSketch: when(has.sketch, view.wholeSketch),
      showSelection: when(has.some, view.showSelection),
      nearer: when(true, view.nearer),
      farther: when(true, view.farther),
      actualSize: when(true, view.actualSize),
      handTool: when(true, view.handTool),
      selectTool: when(true, view.selectTool),
      outlineOnly: when(true, view.outlineOnly),
      walkLeft: when(has.some, () => walk("left")),
      walkRight: when(has.some, () => walk("right")),
      walkUp: when(has.some, () => walk("up")),
      walkDown: when(has.some, () => walk("down")),
      question: when(true, view.question),
      handOver: when(true, view.handOver),
      find: when(has.sketch, view.find),
      palette: when(true, view.palette),
      keys: when(true, view.keys),
    };
  }, [has, selection, draw, boundary, change, clipboard, arrange, propose, view, walk, undo, redo]);
}

function useWalk(): (direction: Direction) => void {
  const { session, selection, select } = useWorkbench();
  return useMemo(
    () => (direction) => {
      const from = selection.components.at(-1);
      const next = from === undefined ? undefined : neighbourTowards(session, from, direction);
      if (next === undefined) return;
      select(componentsSelected(next));
      focusComponent(next);
    },
    [session, selection, select],
  );
}

function useChanges() {
  const { session, selection, select, rename, announce } = useWorkbench();
  return useMemo(
    () => ({
      rename: () => rename(selection.components.at(-1) ?? null),
      selectAll: () => {
        const ids = session.architecture.components.map(({ id }) => id);
        select(componentsSelected(...ids));
        announce(`${ids.length} components selected.`);
      },
      deselect: () => select(NOTHING),
    }),
    [session, selection, select, rename, announce],
  );
}
