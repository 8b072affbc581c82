import { ContextMenu } from "@base-ui/react/context-menu";
import type { Connection, FinalConnectionState } from "@xyflow/react";
import { Panel, ReactFlow, SelectionMode, useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState, type MouseEvent } from "react";
import { componentsSelected, NOTHING } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { BoundaryNodeView, isBoundaryNode, type BoundaryNode } from "./boundary-node.tsx";
import { CanvasMenu } from "./canvas-menu.tsx";
import { CanvasTools } from "./canvas-tools.tsx";
import { ComponentNodeView } from "./component-node.tsx";
import { focusComponent } from "./focus-component.ts";
import type { ComponentNode, SketchEdge } from "./flow-projection.ts";
import { Guides } from "./guides.tsx";
import { rememberPointer } from "./pointer.ts";
import { boxAt } from "./sketch-drawing.ts";
import { SketchEdgeView } from "./sketch-edge.tsx";
import { useDrag } from "./use-drag.ts";
import { useFitOnce } from "./use-fit-once.ts";
import { useFlow } from "./use-flow.ts";

const NODE_TYPES = { component: ComponentNodeView, boundary: BoundaryNodeView };
const EDGE_TYPES = { sketch: SketchEdgeView };
/** Labels of lines are for near: from afar they are a grey smear and the dearest thing to draw. */
const FAR = 0.5;
const MIDDLE_AND_RIGHT = [1, 2];
const FLOW_WORDS = {
  "node.a11yDescription.default":
    "Enter selects, then arrow keys move it, F2 renames, C connects, S marks a seam, Delete removes, question mark shows all keys.",
  "node.a11yDescription.keyboardDisabled": "Enter selects.",
  "edge.a11yDescription.default": "",
} as const;

export function SketchCanvas() {
  const { session, selection, select, rename, picking, pick } = useWorkbench();
  const { tool, proposal } = useView();
  const { addAt, addConnected, connect, mark } = useSketchActions();
  const flow = useFlow();
  const { boundaries, guides, onNodesChange } = useDrag(flow);
  const nodes = useMemo(() => [...boundaries, ...flow.nodes], [boundaries, flow.nodes]);
  const { screenToFlowPosition } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  useFitOnce(frame, flow.nodes.length > 0);
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
  const onDoubleClick = (event: MouseEvent) => {
    const { target, clientX, clientY } = event;
    if (target instanceof Element && target.classList.contains("react-flow__pane")) {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      addAt([x - 84, y - 28]);
    }
  };
  const onNodeClick = (_: MouseEvent, { id }: ComponentNode | BoundaryNode) => {
    if (isBoundaryNode(id)) return;
    if (picking === null || picking.from === id) {
      focusComponent(id);
      return;
    }
    pick(null);
    (picking.purpose === "connect" ? connect : mark)(picking.from, id);
  };
  const onNodeContextMenu = (_: MouseEvent, { id }: ComponentNode | BoundaryNode) => {
    if (!isBoundaryNode(id) && !selection.components.includes(id)) select(componentsSelected(id));
  };
  const selectEdge = (edge: SketchEdge) =>
    select(
      edge.data?.connection === null
        ? componentsSelected(edge.source, edge.target)
        : { components: [], connection: edge.id },
    );

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        render={
          <div
            ref={frame}
            className="sketch-canvas h-full"
            data-connecting={isConnecting}
            data-tool={tool}
            onDoubleClick={onDoubleClick}
            onPointerDownCapture={rememberPointer}
            onPointerMove={rememberPointer}
            onPointerLeave={() => rememberPointer(null)}
          />
        }
      >
        <ReactFlow<ComponentNode | BoundaryNode, SketchEdge>
          nodes={nodes}
          edges={flow.edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onConnect={onConnect}
          onConnectStart={() => setConnecting(true)}
          onConnectEnd={onConnectEnd}
          onClickConnectStart={() => setConnecting(true)}
          onClickConnectEnd={() => setConnecting(false)}
          onNodeClick={onNodeClick}
          onNodeDoubleClick={(_, { id }) => {
            if (!isBoundaryNode(id)) rename(id);
          }}
          onNodeContextMenu={onNodeContextMenu}
          onEdgeClick={(_, edge) => selectEdge(edge)}
          onEdgeContextMenu={(_, edge) => selectEdge(edge)}
          onPaneClick={() => {
            select(NOTHING);
            pick(null);
          }}
          onMove={(_, { zoom }) => frame.current?.setAttribute("data-far", String(zoom < FAR))}
          onlyRenderVisibleElements
          minZoom={0.1}
          maxZoom={2}
          connectionRadius={60}
          nodesDraggable={proposal === null}
          nodesConnectable={proposal === null}
          panOnDrag={tool === "hand" ? true : MIDDLE_AND_RIGHT}
          selectionOnDrag={tool === "select"}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={["Shift", "Meta", "Control"]}
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          edgesFocusable={false}
          ariaLabelConfig={FLOW_WORDS}
          aria-label="Sketch"
        >
          {session.architecture.components.length === 0 && (
            <Panel position="top-center" className="pointer-events-none top-[42%]! text-small text-ink-faint">
              Double click here, or press N
            </Panel>
          )}
          <Guides guides={guides} />
          <CanvasTools />
        </ReactFlow>
      </ContextMenu.Trigger>
      <CanvasMenu />
    </ContextMenu.Root>
  );
}

const NOWHERE = { clientX: 0, clientY: 0 } as const;
