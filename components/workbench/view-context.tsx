import type { BoundaryKind } from "#core/architecture/vocabulary.ts";
import type { Position } from "#core/document/session.schema.ts";
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";

/** A layout that nobody has accepted yet: looking at it changes nothing. */
export type Proposal =
  | { readonly kind: "working"; readonly cancel: () => void }
  | { readonly kind: "shown"; readonly positions: Readonly<Record<string, Position>> };

/** How this screen looks at the sketch. None of it is part of the session. */
export interface View {
  /** What dragging over empty paper does. */
  readonly tool: "hand" | "select";
  readonly isSnapping: boolean;
  /** Boundaries of this kind are drawn; components are dragged in and out of these. */
  readonly boundaries: BoundaryKind;
  readonly isOutlineOnly: boolean;
  readonly sheet: "palette" | "find" | "keys" | null;
  readonly proposal: Proposal | null;
}

const INITIAL: View = {
  tool: "hand",
  isSnapping: true,
  boundaries: "trust",
  isOutlineOnly: false,
  sheet: null,
  proposal: null,
};

interface ViewValue extends View {
  readonly changeView: (part: Partial<View>) => void;
}

const ViewContext = createContext<ViewValue | null>(null);

export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState(INITIAL);
  const changeView = useCallback((part: Partial<View>) => setView((now) => ({ ...now, ...part })), []);
  const value = useMemo(() => ({ ...view, changeView }), [view, changeView]);
  return <ViewContext value={value}>{children}</ViewContext>;
}

export function useView(): ViewValue {
  const value = useContext(ViewContext);
  if (value === null) throw new Error("The view belongs to the workbench's parts.");
  return value;
}
