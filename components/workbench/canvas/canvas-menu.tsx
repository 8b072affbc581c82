import { ContextMenu } from "@base-ui/react/context-menu";
import { useActions } from "../actions/actions-context.tsx";
import type { ActionId } from "../actions/key-table.ts";
import { KEY_TABLE } from "../actions/key-table.ts";
import { Keys } from "../actions/keys.tsx";

const PARTS: readonly (readonly ActionId[])[] = [
  ["add", "connect", "mark", "enclose", "dissolve"],
  ["rename", "copy", "cut", "paste", "duplicate", "remove"],
  ["alignLeft", "alignTop", "distributeAcross", "distributeDown", "propose"],
  ["wholeSketch", "showSelection", "selectAll"],
];

/** What can be done where the pointer is; what cannot be done now is left out. */
export function CanvasMenu() {
  const actions = useActions();
  const parts = PARTS.map((ids) => ids.filter((id) => !actions[id].isOff)).filter(({ length }) => length > 0);
  return (
    <ContextMenu.Portal>
      <ContextMenu.Positioner className="z-20">
        <ContextMenu.Popup className="max-h-[70dvh] min-w-64 overflow-y-auto border border-ink bg-paper py-1 text-small outline-none">
          {parts.map((ids) => (
            <ContextMenu.Group key={ids[0]} className="border-t border-hairline py-1 first:border-t-0">
              {ids.map((id) => (
                <ContextMenu.Item
                  key={id}
                  className="flex cursor-default items-baseline justify-between gap-6 px-4 py-1.5 outline-none data-highlighted:bg-ink data-highlighted:text-paper"
                  onClick={actions[id].run}
                >
                  {KEY_TABLE[id].title}
                  <Keys of={id} />
                </ContextMenu.Item>
              ))}
            </ContextMenu.Group>
          ))}
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  );
}
