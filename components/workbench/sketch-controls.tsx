import { useState } from "react";
import { LateFileMenu } from "./late-file-menu.tsx";
import type { OpenSession } from "./storage/open-session.ts";
import { useOnDemand } from "./use-on-demand.ts";
import { useKeptVersions } from "./versions/use-kept-versions.ts";
import type { VersionsSheetProps } from "./versions/versions-sheet.tsx";

interface SketchControlsProps {
  readonly open: OpenSession;
  /** What could not be done, in one sentence. */
  readonly onProblem: (sentence: string) => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onSketches: () => void;
  readonly onDelete: () => void;
}

const loadVersions = async () => (await import("./versions/versions-sheet.tsx")).VersionsSheet;

/** The controls for the sketch on the table as a whole, and for all the others. */
export function SketchControls({
  open,
  onProblem,
  onNew,
  onOpenFile,
  onSketches,
  onDelete,
}: SketchControlsProps) {
  const problem = useKeptVersions(open);
  const [isShown, setShown] = useState(false);
  const [VersionsSheet, askForVersions] = useOnDemand<VersionsSheetProps>(loadVersions, onProblem);
  return (
    <>
      <LateFileMenu
        onProblem={onProblem}
        onNew={onNew}
        onOpenFile={onOpenFile}
        onVersions={() => {
          askForVersions();
          setShown(true);
        }}
        onDelete={onDelete}
      />
      <button type="button" className="action" onClick={onSketches}>
        Sketches
      </button>
      {isShown && VersionsSheet !== null && (
        <VersionsSheet open={open} problem={problem} onClose={() => setShown(false)} />
      )}
    </>
  );
}
