import { Button } from "#components/ui/button.tsx";
import { useActions } from "../actions/actions-context.tsx";
import { KEY_TABLE, type ActionId } from "../actions/key-table.ts";
import { useView } from "../view-context.tsx";

const OFFERED: readonly ActionId[] = ["connect", "mark", "remove"];

/** The actions on what is selected, beside the outline, for those who do not use the canvas. */
export function SelectionActions() {
  const actions = useActions();
  const { isOutlineOnly } = useView();
  const possible = OFFERED.filter((id) => !actions[id].isOff);
  if (possible.length === 0) return null;
  return (
    <p
      className={`mb-2 flex flex-wrap gap-x-3 border-b border-hairline pb-1 ${isOutlineOnly ? "" : "lg:hidden"}`}
      data-sketch
    >
      {possible.map((id) => (
        <Button key={id} rank="quiet" onClick={actions[id].run}>
          {KEY_TABLE[id].title}
        </Button>
      ))}
    </p>
  );
}
