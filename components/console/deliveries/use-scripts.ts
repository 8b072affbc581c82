import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether scripts run: what needs them is left out of a page that has none. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
