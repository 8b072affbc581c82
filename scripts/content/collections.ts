import type { ZodType } from "zod";
import { CaseMatter } from "../../core/series/case.schema.ts";
import { PageMatter } from "../../core/series/page.schema.ts";
import { PatternMatter } from "../../core/series/pattern.schema.ts";
import type { PlainSource } from "./plain-text.ts";
import { PATTERN_SPINE, SPINE, type PartHeading } from "../../core/series/spine.ts";

/** What every front matter has. */
export interface Sourced {
  readonly slug: string;
  readonly sources: readonly PlainSource[];
}

/** The components that a text may use, each with the attributes it may carry. */
export type AllowedComponents = Readonly<Record<string, readonly string[]>>;

/** Texts of one kind: where they lie, what their front matter holds, and what their bodies are made of. */
export interface Collection<Matter extends Sourced> {
  readonly folder: "cases" | "patterns" | "pages";
  readonly matter: ZodType<Matter>;
  /** Null where a text has sections of its own. */
  readonly spine: readonly PartHeading[] | null;
  readonly components: AllowedComponents;
}

const IN_EVERY_TEXT: AllowedComponents = {
  Cite: ["keys"],
  Inference: [],
  Simulation: ["model", "left", "right", "settings", "seed", "caption"],
};

export const CASES: Collection<CaseMatter> = {
  folder: "cases",
  matter: CaseMatter,
  spine: SPINE,
  components: {
    ...IN_EVERY_TEXT,
    Part: ["name"],
    Invariant: ["rung", "limits"],
    Sides: [],
    Side: ["name"],
    Fix: ["date", "covered", "open"],
    Architecture: ["caption"],
    BeforeAfter: ["caption"],
    Question: [],
  },
};

export const PATTERNS: Collection<PatternMatter> = {
  folder: "patterns",
  matter: PatternMatter,
  spine: PATTERN_SPINE,
  components: { ...IN_EVERY_TEXT, Part: ["name"], Sides: [], Side: ["name"] },
};

export const PAGES: Collection<PageMatter> = {
  folder: "pages",
  matter: PageMatter,
  spine: null,
  components: { ...IN_EVERY_TEXT, Section: ["id", "heading"] },
};
