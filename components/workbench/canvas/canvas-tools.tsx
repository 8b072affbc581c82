import { Button } from "#components/ui/button.tsx";
import { BOUNDARY_KINDS, type BoundaryKind } from "#core/architecture/vocabulary.ts";
import { memo } from "react";
import { useActions } from "../actions/actions-context.tsx";
import { KEY_TABLE, type ActionId } from "../actions/key-table.ts";
import { Keys } from "../actions/keys.tsx";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";

const FIRST: readonly ActionId[] = ["add", "connect", "mark", "remove"];
const LOOK: readonly ActionId[] = ["wholeSketch", "nearer", "farther"];

/** What is done most, with the key that does it; the rest is in the menu under the pointer and in the palette. */
export const CanvasTools = memo(function CanvasTools() {
  const { session } = useWorkbench();
  const { tool, boundaries, changeView } = useView();
  return (
    <>
      <div className="sketch-tools top-4 left-4">
        {FIRST.map((id) => (
          <Tool key={id} id={id} />
        ))}
        <Tool id="palette" label="More" />
      </div>
      <div className="sketch-tools bottom-4 left-4">
        {LOOK.map((id) => (
          <Tool key={id} id={id} />
        ))}
        <Button
          rank="quiet"
          aria-pressed={tool === "select"}
          onClick={() => changeView({ tool: tool === "hand" ? "select" : "hand" })}
        >
          {tool === "hand" ? "Drag moves" : "Drag selects"}
        </Button>
        {session.architecture.boundaries.length > 0 && (
          <label className="flex items-center gap-1 text-small text-ink-soft max-sm:hidden">
            Boundaries
            <select
              className="w-28 bg-paper py-1 font-mono text-sounding"
              value={boundaries}
              onChange={(event) => changeView({ boundaries: event.target.value as BoundaryKind })}
            >
              {BOUNDARY_KINDS.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
});

function Tool({ id, label = KEY_TABLE[id].title }: { readonly id: ActionId; readonly label?: string }) {
  const { run, isOff } = useActions()[id];
  return (
    <Button rank="quiet" disabled={isOff} onClick={run}>
      {label}
      <span className="hidden lg:inline">
        <Keys of={id} />
      </span>
    </Button>
  );
}
