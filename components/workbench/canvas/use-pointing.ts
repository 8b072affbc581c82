import { useReactFlow, type Connection, type FinalConnectionState } from "@xyflow/react";
import { useCallback, useState, type MouseEvent } from "react";
import { componentsSelected, NOTHING } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";
import { isBoundaryNode, type BoundaryNode } from "./boundary-node.tsx";
import type { ComponentNode, SketchEdge } from "./flow-projection.ts";
import { focusComponent } from "./focus-component.ts";
import { boxAt } from "./sketch-drawing.ts";

type AnyNode = ComponentNode | BoundaryNode;

/** What clicking, tapping and drawing a connection on the canvas mean. */
export function usePointing() {
  const { selection, select, rename, picking, pick } = useWorkbench();
  const { addAt, connect, mark } = useSketchActions();
  const { screenToFlowPosition } = useReactFlow();
  const connecting = useConnecting();
  const onDoubleClick = (event: MouseEvent) => {
    const { target, clientX, clientY } = event;
    if (target instanceof Element && target.classList.contains("react-flow__pane")) {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      addAt([x - 84, y - 28]);
    }
  };
  const onNodeClick = (_: MouseEvent, { id }: AnyNode) => {
    if (isBoundaryNode(id)) return;
    if (picking === null || picking.from === id) {
      focusComponent(id);
      return;
    }
    pick(null);
    (picking.purpose === "connect" ? connect : mark)(picking.from, id);
  };
  const onNodeContextMenu = (_: MouseEvent, { id }: AnyNode) => {
    if (!isBoundaryNode(id) && !selection.components.includes(id)) select(componentsSelected(id));
  };
  const selectEdge = (edge: SketchEdge) =>
    select(
      edge.data?.connection === null
        ? componentsSelected(edge.source, edge.target)
        : { components: [], connection: edge.id },
    );

  return {
    ...connecting,
    onDoubleClick,
    onNodeClick,
    onNodeDoubleClick: (_: MouseEvent, { id }: AnyNode) => {
      if (!isBoundaryNode(id)) rename(id);
    },
    onNodeContextMenu,
    onEdgeClick: (_: MouseEvent, edge: SketchEdge) => selectEdge(edge),
    onEdgeContextMenu: (_: MouseEvent, edge: SketchEdge) => selectEdge(edge),
    onPaneClick: () => {
      select(NOTHING);
      pick(null);
    },
  };
}

/** A line from a component to another, or onto empty paper, where a new one comes to lie. */
function useConnecting() {
  const { addConnected, connect } = useSketchActions();
  const { screenToFlowPosition } = useReactFlow();
  const [isConnecting, setConnecting] = useState(false);
  const onConnect = useCallback(
    ({ source, target }: Connection) => {
      if (source !== target) connect(source, target);
    },
    [connect],
  );
  const onConnectEnd = useCallback(
    (event: globalThis.MouseEvent | TouchEvent, { fromNode, toNode, isValid }: FinalConnectionState) => {
      setConnecting(false);
      if (fromNode === null || toNode !== null || isValid === true) return;
      const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? NOWHERE) : event;
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      const { width, height } = boxAt([x, y]);
      addConnected(fromNode.id, [x - width / 2, y - height / 2]);
    },
    [addConnected, screenToFlowPosition],
  );

  return {
    isConnecting,
    onConnect,
    onConnectStart: () => setConnecting(true),
    onConnectEnd,
    onClickConnectStart: () => setConnecting(true),
    onClickConnectEnd: () => setConnecting(false),
  };
}

const NOWHERE = { clientX: 0, clientY: 0 } as const;
