import { ContextMenu } from "@base-ui/react/context-menu";
import { Panel, ReactFlow, SelectionMode, type Viewport } from "@xyflow/react";
import { useMemo, useRef } from "react";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { BoundaryNodeView, type BoundaryNode } from "./boundary-node.tsx";
import { CanvasMenu } from "./canvas-menu.tsx";
import { ComponentNodeView } from "./component-node.tsx";
import { FarLines } from "./far-lines.tsx";
import type { ComponentNode, SketchEdge } from "./flow-projection.ts";
import { Guides } from "./guides.tsx";
import { Minimap } from "./minimap.tsx";
import { rememberPointer } from "./pointer.ts";
import { SketchEdgeView } from "./sketch-edge.tsx";
import { useDrag } from "./use-drag.ts";
import { useFitOnce } from "./use-fit-once.ts";
import { useFlow } from "./use-flow.ts";
import { usePointing } from "./use-pointing.ts";
import { useStable } from "./use-stable.ts";

const NODE_TYPES = { component: ComponentNodeView, boundary: BoundaryNodeView };
const EDGE_TYPES = { sketch: SketchEdgeView };
/** Labels of lines are for near: from afar they are a grey smear and the dearest thing to draw. */
const FAR = 0.5;
const MIDDLE_AND_RIGHT = [1, 2];
const ADDING_KEYS = ["Shift", "Meta", "Control"];
const FLOW_WORDS = {
  "node.a11yDescription.default":
    "Enter selects, then arrow keys move it, F2 renames, C connects, S marks a seam, Delete removes, question mark shows all keys.",
  "node.a11yDescription.keyboardDisabled": "Enter selects.",
  "edge.a11yDescription.default": "",
} as const;

interface SketchCanvasProps {
  /** The view is about to go far away. */
  readonly isLeaving: boolean;
}

export function SketchCanvas({ isLeaving }: SketchCanvasProps) {
  const { session } = useWorkbench();
  const { tool, proposal } = useView();
  const flow = useFlow(isLeaving);
  const { boundaries, guides, onNodesChange } = useDrag(flow);
  const nodes = useMemo(() => [...boundaries, ...flow.nodes], [boundaries, flow.nodes]);
  const frame = useRef<HTMLDivElement>(null);
  useFitOnce(frame, flow.nodes.length > 0);
  const { isConnecting, onDoubleClick, ...pointing } = usePointing();
  const handlers = useStable({
    ...pointing,
    onNodesChange,
    onMove: (_: unknown, { zoom }: Viewport) => {
      const isFar = String(zoom < FAR);
      if (frame.current?.dataset["far"] !== isFar) frame.current?.setAttribute("data-far", isFar);
    },
  });

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
          {...handlers}
          onlyRenderVisibleElements
          minZoom={0.1}
          maxZoom={2}
          connectionRadius={60}
          nodesDraggable={proposal === null}
          nodesConnectable={proposal === null}
          panOnDrag={tool === "hand" ? true : MIDDLE_AND_RIGHT}
          selectionOnDrag={tool === "select"}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={ADDING_KEYS}
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
          {flow.farLines !== null && <FarLines edges={flow.farLines} />}
          <Guides guides={guides} />
          <Minimap />
        </ReactFlow>
      </ContextMenu.Trigger>
      <CanvasMenu />
    </ContextMenu.Root>
  );
}
