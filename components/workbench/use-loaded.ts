import { useEffect, useState } from "react";

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

function here<T>(part: T | null): Loaded<T> {
  return part === null ? { kind: "coming" } : { kind: "here", part };
}
