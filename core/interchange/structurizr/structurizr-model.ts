import { LIMITS } from "../../architecture/architecture.schema.ts";
/** What a Structurizr file describes, as it stands there. */
export interface DslModel {
  readonly title: string;
  readonly description: string;
  readonly elements: readonly DslElement[];
  readonly groups: readonly DslGroup[];
  readonly relationships: readonly DslRelationship[];
  /** Properties of the workspace and of the model. */
  readonly properties: ReadonlyMap<string, string>;
  /** Shapes by tag, both in small letters. */
  readonly shapes: ReadonlyMap<string, string>;
  readonly leftOut: readonly { readonly what: string; readonly line: number }[];
}

export const ELEMENT_SORTS = ["person", "softwaresystem", "container", "component", "element"] as const;
export type ElementSort = (typeof ELEMENT_SORTS)[number];

/** What elements and relationships have alike. */
export interface DslItem {
  description: string;
  technology: string;
  readonly tags: string[];
  readonly properties: Map<string, string>;
  readonly perspectives: { readonly name: string; readonly description: string; readonly value: string }[];
  readonly line: number;
}

export interface DslElement extends DslItem {
  readonly sort: ElementSort;
  /** The word of the file, which may be one of its own. */
  readonly word: string;
  readonly name: string;
  readonly parent: DslElement | null;
  group: DslGroup | null;
  hasParts: boolean;
}

export interface DslGroup {
  readonly name: string;
  /** What the file calls it, in small letters; empty where it has no such name. */
  readonly identifier: string;
  readonly parent: DslElement | null;
  readonly within: DslGroup | null;
  readonly line: number;
}

export interface DslRelationship extends DslItem {
  readonly from: DslElement;
  readonly to: DslElement;
}

/** A word of the file's own for elements that begin alike. */
export interface DslArchetype extends DslItem {
  /** What it is a sort of: an element, `group`, `->` or something that is left out. */
  readonly base: string;
}

export function newItem(line: number, like?: DslItem): DslItem {
  return {
    description: like?.description ?? "",
    technology: like?.technology ?? "",
    tags: [...(like?.tags ?? [])],
    properties: new Map(like?.properties),
    perspectives: [...(like?.perspectives ?? [])],
    line,
  };
}

/** A line without the assignment before it and the brace behind it. */
export interface DslStatement {
  readonly words: readonly string[];
  /** What the line assigns to; empty where it assigns nothing. */
  readonly identifier: string;
  /** The first word in small letters. */
  readonly first: string;
  /** The second word and the third, or nothing. */
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const DEEPEST = 60;
/** Each becomes a component, or a boundary around others. */
const MOST_ELEMENTS = LIMITS.components + LIMITS.list;
const TOO_MUCH = `a sketch has room for ${LIMITS.components} components and ${LIMITS.connections} connections, and there are more: choose a part of it`;

/** Why what was read so far cannot become a sketch, as a sentence; null while it can. */
export function beyondLimits(depth: number, elements: number, relationships: number): string | null {
  if (depth > DEEPEST) return `blocks are nested more than ${DEEPEST} levels deep`;
  return elements > MOST_ELEMENTS || relationships > LIMITS.connections ? TOO_MUCH : null;
}
