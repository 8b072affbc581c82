import { useSyncExternalStore } from "react";
import { KEY_TABLE, shownKeys, type ActionId, type ActionInfo } from "./key-table.ts";

/** The first key of an action, for those who see it beside its name. */
export function Keys({ of }: { readonly of: ActionId }) {
  const isApple = useIsApple();
  const { keys }: ActionInfo = KEY_TABLE[of];
  const [first] = keys;
  if (first === undefined) return null;
  return (
    <kbd aria-hidden="true" className="font-mono text-sounding text-ink-faint in-data-highlighted:text-paper">
      {shownKeys(first, isApple)}
    </kbd>
  );
}

const nothing = () => () => undefined;

export function useIsApple(): boolean {
  return useSyncExternalStore(
    nothing,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
