import { useState } from "react";
import { LateFileMenu } from "./late-file-menu.tsx";
import type { OpenSession } from "./storage/open-session.ts";
import { latePart, NOT_LOADED, useOnDemand } from "./use-loaded.ts";
import { useKeptVersions } from "./versions/use-kept-versions.ts";
import { useWorkbench } from "./workbench-context.ts";

interface SketchControlsProps {
  readonly open: OpenSession;
  /** What could not be done, in one sentence. */
  readonly onProblem: (sentence: string) => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onBringIn: () => void;
  readonly onSketches: () => void;
  readonly onDelete: () => void;
}

const handOverSheet = latePart(() => import("./report/hand-over-sheet.tsx"));
const versions = latePart(() => import("./versions/versions-sheet.tsx"));

/** The controls for the sketch on the table as a whole, and for all the others. */
export function SketchControls({
  open,
  onProblem,
  onNew,
  onOpenFile,
  onBringIn,
  onSketches,
  onDelete,
}: SketchControlsProps) {
  const problem = useKeptVersions(open);
  const [isShown, setShown] = useState(false);
  const loaded = useOnDemand(versions, isShown, () => {
    setShown(false);
    onProblem(NOT_LOADED);
  });
  const { isHandingOver, handOver } = useWorkbench();
  const handingOver = useOnDemand(handOverSheet, isHandingOver, () => {
    handOver(false);
    onProblem(NOT_LOADED);
  });
  return (
    <>
      <LateFileMenu
        onProblem={onProblem}
        onNew={onNew}
        onOpenFile={onOpenFile}
        onBringIn={onBringIn}
        onVersions={() => setShown(true)}
        onDelete={onDelete}
      />
      <button type="button" className="action" onClick={onSketches}>
        Sketches
      </button>
      {isShown && loaded !== null && (
        <loaded.VersionsSheet open={open} problem={problem} onClose={() => setShown(false)} />
      )}
      {isHandingOver && handingOver !== null && (
        <handingOver.HandOverSheet elsewhere={elsewhereOf(open)} onClose={() => handOver(false)} />
      )}
    </>
  );
}

function elsewhereOf(open: OpenSession) {
  const { account, situationId } = open.record();
  return { documentId: account?.documentId ?? null, situationId: situationId ?? null };
}
