import { useState } from "react";
import { latePart, useLoaded } from "../use-loaded.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";
import { usePaper } from "./paper.tsx";

const canvas = latePart(() => import("./canvas.tsx"));

/** Until somebody comes near it, an empty sheet is paper and nothing more: the canvas is the heaviest part of the page. */
export function LateCanvas() {
  const { session } = useWorkbench();
  const { addAt } = useSketchActions();
  const { toSheet } = usePaper();
  const [isApproached, setApproached] = useState(false);
  const loaded = useLoaded(canvas, isApproached || session.architecture.components.length > 0);
  if (loaded.kind === "here") return <loaded.part.Canvas />;
  return (
    <div
      className="sketch-canvas relative h-full"
      onPointerEnter={() => setApproached(true)}
      onDoubleClick={({ clientX, clientY }) => {
        const { x, y } = toSheet({ x: clientX, y: clientY });
        addAt([x - 84, y - 28]);
      }}
    >
      <p className="pointer-events-none absolute inset-x-0 top-[42%] text-center text-small text-ink-faint">
        {loaded.kind === "missing"
          ? "The canvas could not be loaded. The outline has everything."
          : "Double click here, or press N"}
      </p>
    </div>
  );
}
