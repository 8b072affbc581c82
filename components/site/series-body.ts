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

/** The components that every text of the series may use. */
export interface SeriesComponents {
  readonly Cite: ComponentType<CiteProps>;
  readonly Inference: ComponentType<WithChildren & { readonly block?: string }>;
  readonly Term: ComponentType<WithChildren & { readonly id: string }>;
  readonly Simulation: ComponentType<SimulationProps>;
  readonly table: ComponentType<WithChildren>;
}

/** A figure that can be touched: the model, the policies on either side, and settings as `key=value` words. */
export interface SimulationProps {
  readonly model: string;
  readonly left?: string;
  readonly right?: string;
  readonly settings?: string;
  readonly seed?: string;
  readonly caption: string;
}

/** The components that a case may use. What they need to know beyond their attributes they get from the page. */
export interface CaseComponents extends SeriesComponents {
  readonly Part: ComponentType<WithChildren & { readonly name: string }>;
  readonly Invariant: ComponentType<WithChildren & { readonly rung: string; readonly limits?: string }>;
  readonly Sides: ComponentType<WithChildren>;
  readonly Side: ComponentType<WithChildren & { readonly name: string }>;
  readonly Fix: ComponentType<
    WithChildren & { readonly date: string; readonly covered: string; readonly open: string }
  >;
  readonly Architecture: ComponentType<{ readonly caption: string }>;
  readonly BeforeAfter: ComponentType<{ readonly caption: string }>;
  readonly Question: ComponentType<WithChildren>;
}

export interface PageComponents extends SeriesComponents {
  readonly Section: ComponentType<WithChildren & { readonly id: string; readonly heading: string }>;
}

export interface PatternComponents extends SeriesComponents {
  readonly Part: ComponentType<WithChildren & { readonly name: string }>;
  readonly Sides: ComponentType<WithChildren>;
  readonly Side: ComponentType<WithChildren & { readonly name: string }>;
  readonly pre: ComponentType<WithChildren>;
}

/** A compiled text. It is given the components of its collection. */
export type SeriesBody = ComponentType<{ readonly components: object }>;
