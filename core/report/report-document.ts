/** Words in a row, with one face and perhaps a link. */
export interface Run {
  readonly text: string;
  readonly face?: "strong" | "emphasis" | "mono";
  /** https:, http: or mailto:, or `#` and the id of a heading; nothing else is ever a link. */
  readonly href?: string;
}

/** A drawing as one SVG document of ours (`renderSketch`): no scripts, no outside parts. Sizes in its own units. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words, for those who cannot see it. */
  readonly alternative: string;
}

/** One block of a report. Every renderer knows all of them, so that no format says less than another. */
export type Block =
  | { readonly type: "heading"; readonly level: 1 | 2 | 3 | 4; readonly id: string; readonly text: string }
  | { readonly type: "paragraph"; readonly runs: readonly Run[] }
  /** The sentence of an invariant, set off from all else, with what stands below it: its rung, its owner. */
  | { readonly type: "invariant"; readonly sentence: string; readonly below: string }
  | { readonly type: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: "definitions"; readonly entries: readonly Definition[] }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly Row[];
    }
  | { readonly type: "figure"; readonly id: string; readonly caption: string; readonly drawing: Drawing }
  /** Begins a new page where there are pages. */
  | { readonly type: "page-break" };

export interface Definition {
  readonly term: string;
  readonly runs: readonly Run[];
}
/** As many cells as the head has. */
export type Row = readonly (readonly Run[])[];

/** What stands on the cover and at the edge of every page. */
export interface Cover {
  readonly title: string;
  /** Under the title: what kind of report it is. */
  readonly subtitle: string;
  /** Empty where nobody is named. */
  readonly client: string;
  readonly author: string;
  /** ISO 8601 date, as the author gave it. */
  readonly date: string;
  /** The line at the foot of every page; empty for none. */
  readonly confidentiality: string;
  readonly logo: Logo | null;
}

export interface Logo {
  readonly mediaType: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array;
}

/** A report as every format shows it. The table of contents is made of the headings of level 1 and 2 by those who have pages. */
export interface ReportDocument {
  readonly cover: Cover;
  readonly blocks: readonly Block[];
}
