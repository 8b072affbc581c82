import { LIMITS } from "../../architecture/architecture.schema.ts";
import type { ComponentKind } from "../../architecture/vocabulary.ts";
import type { GuessedBoundary } from "../guess/guess-boundary-kind.ts";
import type { GuessedKind } from "../guess/guess-kind.ts";

/** A box of a drawing, by the name that the drawing has for it. */
export interface DrawnNode {
  readonly key: string;
  readonly label: string;
  /** What stands in the file: `node “Orders”`. */
  readonly what: string;
  readonly line: number;
  /** What the file says that it is. */
  readonly kind: ComponentKind | null;
  /** What its shape says by convention. */
  readonly hint: GuessedKind | null;
  readonly notes: string;
  /** Said by our own marks: in which boundaries it lies besides the one that it is drawn in. */
  readonly also: readonly string[];
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly bothWays: boolean;
  readonly label: string;
  readonly notes: string;
  readonly line: number;
  /** Said by our own marks, word by word. */
  readonly mark: readonly string[];
}

export interface DrawnGroup {
  readonly key: string;
  readonly title: string;
  /** What stands in the file: `subgraph “Backend”`. */
  readonly what: string;
  /** The group around it. */
  readonly within: string | null;
  readonly line: number;
  /** What the file says, or with a reason what its words suggest. */
  readonly kind: GuessedBoundary;
}

/** What a drawing shows, before it is judged what that means. */
export interface DrawnGraph {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: readonly DrawnEdge[];
  readonly groups: ReadonlyMap<string, DrawnGroup>;
  /** For each node, the innermost group that it is drawn in. */
  readonly groupOf: ReadonlyMap<string, string>;
  readonly leftOut: readonly { readonly what: string; readonly line: number }[];
  /** A title that the drawing itself gives. */
  readonly title: string | null;
  /** Something in it that only a drawing of decisions has. */
  readonly decides: boolean;
}

/** Whether so many boxes and lines are more than a sketch has room for: then what follows need not be read. */
export function isTooMuch(boxes: number, lines: number): boolean {
  return boxes > LIMITS.components || lines > LIMITS.connections;
}
