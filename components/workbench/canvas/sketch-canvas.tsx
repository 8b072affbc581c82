import type { Connection, Viewport } from "@xyflow/react";
import { Panel, ReactFlow, useReactFlow } from "@xyflow/react";
import { useRef, useState, type MouseEvent } from "react";
import { likelyKind } from "../likely-kind.ts";
import { newId } from "../new-id.ts";
import { componentsSelected, NOTHING } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";
import { BoundaryAreas } from "./boundary-areas.tsx";
import { CanvasTools } from "./canvas-tools.tsx";
import { ComponentNodeView } from "./component-node.tsx";
import { FarLines } from "./far-lines.tsx";
import { focusComponent } from "./focus-component.ts";
import type { ComponentNode, SketchEdge } from "./flow-projection.ts";
import { Minimap } from "./minimap.tsx";
import { SketchEdgeView } from "./sketch-edge.tsx";
import { useFitOnce } from "./use-fit-once.ts";
import { useFlow } from "./use-flow.ts";
import { useStable } from "./use-stable.ts";

const NODE_TYPES = { component: ComponentNodeView };
const EDGE_TYPES = { sketch: SketchEdgeView };
/** Labels of lines are for near: from afar they are a grey smear and the dearest thing to draw. */
const FAR = 0.5;
const ADDING_KEYS = ["Shift", "Meta", "Control"];
const FLOW_WORDS = {
  "node.a11yDescription.default":
    "Enter selects, then arrow keys move it, F2 renames, C connects, S marks a seam, Delete removes.",
  "node.a11yDescription.keyboardDisabled": "Enter selects.",
  "edge.a11yDescription.default": "",
} as const;

export function SketchCanvas() {
  const { session, select, rename, dispatch, announce } = useWorkbench();
  const { architecture } = session;
  const { addAt } = useSketchActions();
  const { nodes, edges, farLines, onNodesChange } = useFlow();
  const { screenToFlowPosition } = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  useFitOnce(frame, nodes.length > 0);
  const [isConnecting, setConnecting] = useState(false);

  const onConnect = ({ source, target }: Connection) => {
    if (source === target) return;
    const id = newId("connection");
    dispatch({
      type: "connect",
      id,
      from: source,
      to: target,
      kind: likelyKind(architecture, source, target),
    });
    select({ components: [], connection: id });
    announce("Connected. What the connection is can be said beside the sketch.");
  };
  const handlers = useStable({
    onNodesChange,
    onConnect,
    onConnectStart: () => setConnecting(true),
    onConnectEnd: () => setConnecting(false),
    onNodeClick: (_: MouseEvent, { id }: ComponentNode) => focusComponent(id),
    onNodeDoubleClick: (_: MouseEvent, { id }: ComponentNode) => rename(id),
    onEdgeClick: (_: MouseEvent, edge: SketchEdge) =>
      select(
        edge.data?.connection === null
          ? componentsSelected(edge.source, edge.target)
          : { components: [], connection: edge.id },
      ),
    onPaneClick: () => select(NOTHING),
    onMove: (_: unknown, { zoom }: Viewport) => {
      const isFar = String(zoom < FAR);
      if (frame.current?.dataset["far"] !== isFar) frame.current?.setAttribute("data-far", isFar);
    },
  });
  const onDoubleClick = (event: MouseEvent) => {
    const { target, clientX, clientY } = event;
    if (target instanceof Element && target.classList.contains("react-flow__pane")) {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      addAt([x - 84, y - 28]);
    }
  };

  return (
    <div
      ref={frame}
      className="sketch-canvas h-full"
      data-connecting={isConnecting}
      onDoubleClick={onDoubleClick}
    >
      <ReactFlow<ComponentNode, SketchEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...handlers}
        onlyRenderVisibleElements
        minZoom={0.1}
        maxZoom={2}
        connectionRadius={60}
        multiSelectionKeyCode={ADDING_KEYS}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        edgesFocusable={false}
        ariaLabelConfig={FLOW_WORDS}
        aria-label="Sketch"
      >
        {nodes.length === 0 && (
          <Panel position="top-center" className="pointer-events-none top-[42%]! text-small text-ink-faint">
            Double click here, or press N
          </Panel>
        )}
        {farLines !== null && <FarLines edges={farLines} />}
        <BoundaryAreas />
        <Minimap />
        <CanvasTools />
      </ReactFlow>
    </div>
  );
}
