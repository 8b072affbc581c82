import { FileMenu } from "./file-menu.tsx";
import type { OpenSession } from "./storage/open-session.ts";

interface SketchControlsProps {
  readonly open: OpenSession;
  /** What could not be done, in one sentence. */
  readonly onProblem: (sentence: string) => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onSketches: () => void;
  readonly onDelete: () => void;
}

/** The controls for the sketch on the table as a whole, and for all the others. */
export function SketchControls({ onNew, onOpenFile, onSketches, onDelete }: SketchControlsProps) {
  return (
    <>
      <FileMenu onNew={onNew} onOpenFile={onOpenFile} onVersions={() => undefined} onDelete={onDelete} />
      <button type="button" className="action" onClick={onSketches}>
        Sketches
      </button>
    </>
  );
}
