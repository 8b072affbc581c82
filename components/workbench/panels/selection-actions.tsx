import { Button } from "#components/ui/button.tsx";
import { selectedPair } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";

/** The actions on what is selected, beside the outline, for those who do not use the canvas. */
export function SelectionActions() {
  const { selection } = useWorkbench();
  const actions = useSketchActions();
  const [only, ...more] = selection.components;
  const isPair = selectedPair(selection) !== null;
  const canPair = isPair || (only !== undefined && more.length === 0);
  if (only === undefined && selection.connection === null) return null;
  return (
    <p className="mb-2 flex flex-wrap gap-x-3 border-b border-hairline pb-1 lg:hidden" data-sketch>
      {canPair && (
        <>
          <Button rank="quiet" onClick={actions.startConnecting}>
            Connect
          </Button>
          <Button rank="quiet" onClick={actions.startMarking}>
            Mark seam
          </Button>
        </>
      )}
      <Button rank="quiet" onClick={actions.deleteSelected}>
        Delete
      </Button>
    </p>
  );
}
