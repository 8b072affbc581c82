import { useEffect, useEffectEvent } from "react";
import { tinykeys } from "tinykeys";
import { useActions } from "./actions/actions-context.tsx";
import {
  ACTION_IDS,
  KEY_TABLE,
  TOLD_BY_BROWSER,
  type ActionId,
  type ActionInfo,
} from "./actions/key-table.ts";
import { isElsewhere, isTyping } from "./actions/where-keys-count.ts";

/** The keys of the table. Plain letters count only where nobody is typing or choosing an answer. */
export function useShortcuts(): void {
  const actions = useActions();
  const press = useEffectEvent((id: ActionId, event: KeyboardEvent) => {
    const { scope }: ActionInfo = KEY_TABLE[id];
    const isHere = scope === "anywhere" || !isElsewhere(event.target);
    if (!isHere || actions[id].isOff || (event.key === "Enter" && isOnControl(event.target))) return;
    event.preventDefault();
    // React Flow moves what is selected at any arrow, whatever is held down with it.
    event.stopPropagation();
    actions[id].run();
  });
  useEffect(() => {
    const bindings = ACTION_IDS.filter((id) => !TOLD_BY_BROWSER.has(id)).flatMap((id) =>
      KEY_TABLE[id].keys.map((keys) => [keys, (event: KeyboardEvent) => press(id, event)] as const),
    );
    return tinykeys(window, Object.fromEntries(bindings), {
      capture: true,
      ignore: (event) => event.defaultPrevented || isTyping(event.target),
    });
  }, []);
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a, summary") !== null;
}
