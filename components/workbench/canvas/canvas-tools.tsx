import { Button } from "#components/ui/button.tsx";
import { Panel, useReactFlow } from "@xyflow/react";
import { memo } from "react";
import { useSketchActions } from "../use-sketch-actions.ts";
import { FIT } from "./use-fit-once.ts";
import { useWorkbench } from "../workbench-context.ts";
import { selectedPair } from "../selection.ts";

/** What can be done to the sketch, with the key that does it. */
export const CanvasTools = memo(function CanvasTools() {
  const { selection } = useWorkbench();
  const actions = useSketchActions();
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  const one = selection.components.length === 1;
  const pair = selectedPair(selection) !== null;
  const some = selection.components.length > 0 || selection.connection !== null;
  return (
    <>
      <Panel position="top-left" className="sketch-tools">
        <Tool label="Add component" keys="N" onUse={() => actions.add()} />
        <Tool label="Connect" keys="C" isOff={!one && !pair} onUse={() => actions.startConnecting()} />
        <Tool label="Mark seam" keys="S" isOff={!one && !pair} onUse={() => actions.startMarking()} />
        <Tool label="Delete" keys="Del" isOff={!some} onUse={() => actions.deleteSelected()} />
      </Panel>
      <Panel position="bottom-left" className="sketch-tools">
        <Tool label="Whole sketch" keys="0" onUse={() => void fitView(FIT)} />
        <Tool label="Nearer" keys="+" onUse={() => void zoomIn()} />
        <Tool label="Farther" keys="−" onUse={() => void zoomOut()} />
      </Panel>
    </>
  );
});

interface ToolProps {
  readonly label: string;
  readonly keys: string;
  readonly isOff?: boolean;
  readonly onUse: () => void;
}

function Tool({ label, keys, isOff = false, onUse }: ToolProps) {
  return (
    <Button rank="quiet" disabled={isOff} onClick={onUse}>
      {label}
      <kbd aria-hidden="true" className="sounding hidden lg:inline">
        {keys}
      </kbd>
    </Button>
  );
}
