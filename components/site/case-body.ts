import type { ComponentType, ReactNode } from "react";

export interface CiteProps {
  /** Source keys, place ids and keys that get a note in the margin, each a list separated by spaces. */
  readonly keys: string;
  readonly places: string;
  readonly notes: string;
}

interface WithChildren {
  readonly children: ReactNode;
}

/** The components that a case may use. What they need to know beyond their attributes they get from the page. */
export interface CaseComponents {
  readonly Part: ComponentType<WithChildren & { readonly name: string }>;
  readonly Cite: ComponentType<CiteProps>;
  readonly Inference: ComponentType<WithChildren & { readonly block?: string }>;
  readonly Invariant: ComponentType<WithChildren & { readonly rung: string; readonly limits?: string }>;
  readonly Sides: ComponentType<WithChildren>;
  readonly Side: ComponentType<WithChildren & { readonly name: string }>;
  readonly Fix: ComponentType<
    WithChildren & { readonly date: string; readonly covered: string; readonly open: string }
  >;
  readonly Architecture: ComponentType<{ readonly caption: string }>;
  readonly Question: ComponentType<WithChildren>;
  readonly table: ComponentType<WithChildren>;
}

/** A compiled case. */
export type CaseBody = ComponentType<{ readonly components: CaseComponents }>;
