import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { guessKind } from "../guess/guess-kind.ts";

type Node = "actor" | "process" | "store";

const SHAPES: Readonly<Record<ComponentKind, Node>> = {
  person: "actor",
  client: "process",
  gateway: "process",
  enforcer: "process",
  service: "process",
  executor: "process",
  worker: "process",
  scheduler: "process",
  controller: "process",
  store: "store",
  cache: "store",
  queue: "store",
  config: "store",
  directory: "store",
  network: "process",
  monitor: "process",
  external: "actor",
};

/** The shape by which a component is drawn in a data flow diagram. */
export function shapeOfKind(kind: ComponentKind): Node {
  return SHAPES[kind];
}

interface ShapedKind {
  readonly kind: ComponentKind;
  /** Why, where the shape alone does not say it. */
  readonly guess?: string;
}

/**
 * What a node of a data flow diagram is: by its shape, and by its name where that says more. Of actors only people and
 * programs of theirs are told by their names; others are systems of third parties.
 */
export function dragonKind(shape: Node, name: string): ShapedKind {
  if (shape === "actor")
    return kindWithin("external", name, (kind) => kind === "person" || kind === "client");
  return kindWithin(shape === "store" ? "store" : "service", name, (kind) => SHAPES[kind] === shape);
}

/** What the words say of the kinds that are possible, and otherwise what the file says already. */
export function kindWithin(
  plain: ComponentKind,
  words: string,
  possible: (kind: ComponentKind) => boolean,
): ShapedKind {
  const guess = guessKind(words, possible);
  return guess === null || guess.kind === plain
    ? { kind: plain }
    : { kind: guess.kind, guess: guess.because };
}
