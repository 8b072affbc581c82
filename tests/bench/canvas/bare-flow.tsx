/** Bare React Flow as its makers advise: culling, sizes known beforehand, stable objects, and nothing else. */
import { drawComponent } from "#core/diagram/draw-component.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import type { Component } from "#core/architecture/architecture.schema.ts";
import type { Session } from "#core/document/session.schema.ts";
import {
  applyNodeChanges,
  Handle,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeChange,
  type NodeHandle,
  type NodeProps,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { createContext, memo, useCallback, useContext, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

type BareNode = Node<{ readonly component: Component; readonly isRenaming: boolean }, "component">;

const BOX = { x: 0, y: 0, ...COMPONENT_SIZE };
const DOT = 12;
const HANDLES: NodeHandle[] = [
  {
    type: "source",
    position: Position.Right,
    x: COMPONENT_SIZE.width - DOT / 2,
    y: COMPONENT_SIZE.height / 2 - DOT / 2,
    width: DOT,
    height: DOT,
  },
  { type: "target", position: Position.Left, x: 0, y: 0, ...COMPONENT_SIZE },
];

const Rename = createContext<(id: string, name: string) => void>(() => undefined);

const NodeView = memo(function NodeView({ id, data: { component, isRenaming } }: NodeProps<BareNode>) {
  const rename = useContext(Rename);
  return (
    <div className="sketch-node">
      <Handle type="target" position={Position.Left} />
      <svg
        width={COMPONENT_SIZE.width}
        height={COMPONENT_SIZE.height}
        dangerouslySetInnerHTML={{ __html: drawComponent(component, BOX) }}
      />
      {isRenaming && (
        <input
          autoFocus
          aria-label="Name of the component"
          className="nodrag nopan"
          style={{ position: "absolute", inset: 4 }}
          defaultValue={component.name}
          onFocus={({ target }) => target.select()}
          onKeyDown={({ key, currentTarget }) => {
            if (key === "Enter") rename(id, currentTarget.value);
          }}
        />
      )}
      <Handle type="source" position={Position.Right} />
    </div>
  );
});

const NODE_TYPES = { component: NodeView };

function nodesOf({ architecture, positions }: Session): BareNode[] {
  return architecture.components.map((component) => {
    const [x, y] = positions[component.id] ?? [0, 0];
    return {
      id: component.id,
      type: "component",
      position: { x, y },
      ...COMPONENT_SIZE,
      // Otherwise only what was drawn counts when the whole scene is shown.
      measured: COMPONENT_SIZE,
      handles: HANDLES,
      data: { component, isRenaming: false },
    };
  });
}

function edgesOf({ architecture }: Session): Edge[] {
  return architecture.connections.map(({ id, from, to }) => ({
    id,
    source: from,
    target: to,
    type: "straight",
  }));
}

function Bare({ session }: { readonly session: Session }) {
  const [nodes, setNodes] = useState(() => nodesOf(session));
  const [edges] = useState(() => edgesOf(session));
  const past = useRef<BareNode[][]>([]);
  const onNodesChange = useCallback(
    (changes: NodeChange<BareNode>[]) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  const remember = useCallback(() => {
    setNodes((now) => {
      past.current.push(now);
      return now;
    });
  }, []);
  const patch = useCallback((id: string, data: Partial<BareNode["data"]>) => {
    setNodes((before) =>
      before.map((node) => (node.id === id ? { ...node, data: { ...node.data, ...data } } : node)),
    );
  }, []);
  const rename = useCallback(
    (id: string, name: string) => {
      const component = session.architecture.components.find((entry) => entry.id === id);
      if (component !== undefined) patch(id, { component: { ...component, name }, isRenaming: false });
    },
    [session, patch],
  );
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.key === "z") setNodes((now) => past.current.pop() ?? now);
    };
    addEventListener("keydown", undo);
    return () => removeEventListener("keydown", undo);
  }, []);
  return (
    <Rename value={rename}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onNodeDragStart={remember}
        onNodeDoubleClick={(_, { id }) => {
          remember();
          patch(id, { isRenaming: true });
        }}
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
        minZoom={0.1}
        maxZoom={2}
        zoomOnDoubleClick={false}
      />
    </Rename>
  );
}

const root = document.getElementById("canvas");
const scene = document.getElementById("scene")?.textContent ?? "";
if (root !== null) createRoot(root).render(<Bare session={JSON.parse(scene) as Session} />);
