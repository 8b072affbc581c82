import { subjectKey, type Subject } from "#core/architecture/subject.ts";
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

/** Which elements are picked out. Each part of the canvas hears of itself alone: a thousand others need not look. */
interface Lights {
  readonly all: () => ReadonlySet<string>;
  readonly isLit: (key: string) => boolean;
  readonly subscribe: (key: string, listener: () => void) => () => void;
  readonly show: (elements: readonly Subject[]) => void;
}

/** Who listens under this hears of every change. */
const ANY = "";
const NONE: ReadonlySet<string> = new Set();

function createLights(): Lights {
  const listeners = new Map<string, Set<() => void>>();
  let lit: ReadonlySet<string> = new Set();
  return {
    all: () => lit,
    isLit: (key) => lit.has(key),
    subscribe: (key, listener) => {
      const others = listeners.get(key) ?? new Set();
      listeners.set(key, others.add(listener));
      return () => {
        others.delete(listener);
        if (others.size === 0) listeners.delete(key);
      };
    },
    show: (elements) => {
      const before = lit;
      lit = new Set(elements.map(subjectKey));
      const changed = [...before, ...lit].filter((key) => before.has(key) !== lit.has(key));
      for (const key of changed.length === 0 ? [] : [ANY, ...changed])
        listeners.get(key)?.forEach((listener) => listener());
    },
  };
}

const LightsContext = createContext<Lights | null>(null);

interface LitProviderProps {
  readonly lit: readonly Subject[];
  readonly children: ReactNode;
}

export function LitProvider({ lit, children }: LitProviderProps) {
  const [lights] = useState(createLights);
  useLayoutEffect(() => lights.show(lit), [lights, lit]);
  return <LightsContext value={lights}>{children}</LightsContext>;
}

/** Whether the element with this `subjectKey` is picked out beside the selection. */
export function useIsLit(key: string): boolean {
  const lights = useContext(LightsContext);
  const subscribe = useCallback(
    (listener: () => void) => lights?.subscribe(key, listener) ?? (() => undefined),
    [lights, key],
  );
  const isLit = () => lights?.isLit(key) ?? false;
  return useSyncExternalStore(subscribe, isLit, isLit);
}

/** The `subjectKey` of everything that is picked out. */
export function useLit(): ReadonlySet<string> {
  const lights = useContext(LightsContext);
  const subscribe = useCallback(
    (listener: () => void) => lights?.subscribe(ANY, listener) ?? (() => undefined),
    [lights],
  );
  const all = () => lights?.all() ?? NONE;
  return useSyncExternalStore(subscribe, all, all);
}
