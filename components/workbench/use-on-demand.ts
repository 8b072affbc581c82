import { useCallback, useState, type ComponentType } from "react";

/** A part of the page that is loaded when it is first asked for, or null until it has come. */
export function useOnDemand<P>(
  load: () => Promise<ComponentType<P>>,
  onProblem: (sentence: string) => void,
): readonly [ComponentType<P> | null, () => void] {
  const [part, setPart] = useState<ComponentType<P> | null>(null);
  const ask = useCallback(() => {
    if (part !== null) return;
    load().then(
      (loaded) => setPart(() => loaded),
      () =>
        onProblem("This part of the workbench could not be loaded. Your sketch is as it was; try it again."),
    );
  }, [part, load, onProblem]);
  return [part, ask];
}
