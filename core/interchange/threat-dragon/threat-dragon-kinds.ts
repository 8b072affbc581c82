import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { kindByWords, personByWords } from "../threat-models/kind-by-words.ts";

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

interface Guessed {
  readonly kind: ComponentKind;
  /** Why, where the shape alone does not say it. */
  readonly guess?: string;
}

/** What a node of a data flow diagram is: by its shape, and by its name where that says more. */
export function dragonKind(shape: Node, name: string): Guessed {
  if (shape === "actor") return actorKind(name);
  const by = kindByWords(name, (kind) => SHAPES[kind] === shape);
  const plain = shape === "store" ? "store" : "service";
  return by === undefined || by.kind === plain ? { kind: plain } : { kind: by.kind, guess: guessed(by) };
}

/** Somebody or something outside: who by its words is a person, what by them is a program of theirs, else a system of others. */
export function actorKind(name: string): Guessed {
  const by = kindByWords(name, (kind) => kind === "client");
  if (by !== undefined) return { kind: "client", guess: guessed(by) };
  const person = personByWords(name);
  return person === undefined
    ? { kind: "external" }
    : { kind: "person", guess: guessed({ kind: "person", word: person }) };
}

export function guessed({ kind, word }: { readonly kind: ComponentKind; readonly word: string }): string {
  return `taken for a ${kind} by the word “${word}”`;
}
