import { getViewportForBounds, ReactFlowProvider, useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import { FAR_FOR_LINES } from "./far-lines.tsx";
import { FIT, useHolder, type Fit } from "./paper.tsx";
import { SketchCanvas } from "./sketch-canvas.tsx";

/** The canvas with React Flow under it. */
export function Canvas() {
  const [isLeaving, setLeaving] = useState(false);
  return (
    <ReactFlowProvider>
      <LaidPaper onLeaving={setLeaving} />
      <SketchCanvas isLeaving={isLeaving} />
    </ReactFlowProvider>
  );
}

/** `onLeaving` hears when the view is about to go far away, and when it has. */
function LaidPaper({ onLeaving }: { readonly onLeaving: (isLeaving: boolean) => void }) {
  const { lay } = useHolder();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const fitTo = (ids: readonly string[] | undefined, fit: Fit) =>
      flow.fitView({ ...fit, ...(ids && { nodes: ids.map((id) => ({ id })) }) });
    const isFarFrom = (ids: readonly string[] | undefined, { maxZoom, padding }: Fit) => {
      const { width, height, minZoom, transform } = store.getState();
      const bounds = flow.getNodesBounds(ids === undefined ? flow.getNodes() : [...ids]);
      const { zoom } = getViewportForBounds(bounds, width, height, minZoom, maxZoom, padding);
      return zoom < FAR_FOR_LINES && transform[2] >= FAR_FOR_LINES;
    };
    lay({
      show: (components, fit = FIT) => {
        if (!isFarFrom(components, fit)) {
          void fitTo(components, fit);
          return;
        }
        onLeaving(true);
        requestAnimationFrame(() => void fitTo(components, fit).finally(() => onLeaving(false)));
      },
      zoom: (to) =>
        void { nearer: flow.zoomIn, farther: flow.zoomOut, "actual size": () => flow.zoomTo(1) }[to](),
      centre: ({ x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() }),
      toSheet: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      toScreen: (point) => flow.flowToScreenPosition(point),
    });
    return () => lay(null);
  }, [lay, flow, store, onLeaving]);
  return null;
}
