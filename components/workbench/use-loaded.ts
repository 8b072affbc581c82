import { useEffect, useEffectEvent, useState } from "react";

/** A part of the page that comes when it is first wanted, and is there at once from then on. */
export interface LatePart<T> {
  readonly load: () => Promise<T>;
  readonly known: () => T | null;
}

export function latePart<T>(load: () => Promise<T>): LatePart<T> {
  let known: T | null = null;
  return {
    known: () => known,
    load: async () => (known ??= await load()),
  };
}

export type Loaded<T> = { readonly kind: "here"; readonly part: T } | { readonly kind: "coming" | "missing" };

/** `missing` where it could not be loaded, as without a network or after a new version was put in its place. */
export function useLoaded<T extends object>(late: LatePart<T>, isWanted: boolean): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>(() => here(late.known()));
  // Whoever asks again gets another try.
  if (!isWanted && state.kind === "missing") setState({ kind: "coming" });
  const isComing = isWanted && state.kind === "coming";
  useEffect(() => {
    if (!isComing) return;
    let isShown = true;
    late.load().then(
      (part) => {
        if (isShown) setState(here(part));
      },
      () => {
        if (isShown) setState({ kind: "missing" });
      },
    );
    return () => {
      isShown = false;
    };
  }, [late, isComing]);
  return state;
}

/** The same for what a person asked for: where it cannot be had, they are told. */
export function useOnDemand<T extends object>(
  late: LatePart<T>,
  isWanted: boolean,
  onMissing: () => void,
): T | null {
  const loaded = useLoaded(late, isWanted);
  const isMissing = loaded.kind === "missing";
  const tell = useEffectEvent(onMissing);
  useEffect(() => {
    if (isMissing) tell();
  }, [isMissing]);
  return loaded.kind === "here" ? loaded.part : null;
}

export const NOT_LOADED =
  "This part of the workbench could not be loaded. Your sketch is as it was; try it again.";

function here<T>(part: T | null): Loaded<T> {
  return part === null ? { kind: "coming" } : { kind: "here", part };
}
