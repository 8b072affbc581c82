import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { FIT, useHolder } from "./paper.tsx";
import { SketchCanvas } from "./sketch-canvas.tsx";

/** The canvas with React Flow under it. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <LaidPaper />
      <SketchCanvas />
    </ReactFlowProvider>
  );
}

function LaidPaper() {
  const { lay } = useHolder();
  const flow = useReactFlow();
  useEffect(() => {
    lay({
      show: (components, fit = FIT) =>
        void flow.fitView({ ...fit, ...(components && { nodes: components.map((id) => ({ id })) }) }),
      zoom: (to) =>
        void { nearer: flow.zoomIn, farther: flow.zoomOut, "actual size": () => flow.zoomTo(1) }[to](),
      centre: ({ x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() }),
      toSheet: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      toScreen: (point) => flow.flowToScreenPosition(point),
    });
    return () => lay(null);
  }, [lay, flow]);
  return null;
}
