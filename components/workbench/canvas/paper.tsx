import { createContext, useContext, useState, type ReactNode } from "react";
import type { Point } from "#core/diagram/route-lines.ts";

/** How much of the screen a view may fill, and how near it may come. */
export interface Fit {
  readonly padding: number;
  readonly maxZoom: number;
}

/** How the whole sketch is shown: with a margin, and never larger than it is. */
export const FIT: Fit = { padding: 0.08, maxZoom: 1 };

/** The view on the sheet, for all who are not on it. Before the canvas is here there is nothing to be seen. */
export interface Paper {
  /** Some components, or all there is. */
  readonly show: (components?: readonly string[], fit?: Fit) => void;
  readonly zoom: (to: "nearer" | "farther" | "actual size") => void;
  readonly centre: (at: Point) => void;
  readonly toSheet: (onScreen: Point) => Point;
  readonly toScreen: (onSheet: Point) => Point;
}

interface Holder {
  readonly paper: Paper;
  readonly lay: (paper: Paper | null) => void;
}

const nothing = () => undefined;

function blankPaper(): Paper {
  const corner = () => {
    const { x = 0, y = 0 } = document.querySelector(".sketch-canvas")?.getBoundingClientRect() ?? {};
    return { x, y };
  };
  return {
    show: nothing,
    zoom: nothing,
    centre: nothing,
    toSheet: ({ x, y }) => ({ x: x - corner().x, y: y - corner().y }),
    toScreen: ({ x, y }) => ({ x: x + corner().x, y: y + corner().y }),
  };
}

function createHolder(): Holder {
  const blank = blankPaper();
  let laid = blank;
  return {
    paper: {
      show: (...how) => laid.show(...how),
      zoom: (to) => laid.zoom(to),
      centre: (at) => laid.centre(at),
      toSheet: (point) => laid.toSheet(point),
      toScreen: (point) => laid.toScreen(point),
    },
    lay: (paper) => (laid = paper ?? blank),
  };
}

const PaperContext = createContext<Holder | null>(null);

export function PaperProvider({ children }: { readonly children: ReactNode }) {
  const [holder] = useState(createHolder);
  return <PaperContext value={holder}>{children}</PaperContext>;
}

/** The same object as long as the session is open. */
export function usePaper(): Paper {
  return useHolder().paper;
}

/** For the canvas, which is the paper. */
export function useHolder(): Holder {
  const holder = useContext(PaperContext);
  if (holder === null) throw new Error("The paper belongs to the workbench's parts.");
  return holder;
}
