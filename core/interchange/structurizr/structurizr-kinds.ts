import {
  COMPONENT_KINDS,
  CONNECTION_KINDS,
  type ComponentKind,
  type ConnectionKind,
} from "../../architecture/vocabulary.ts";
import { guessBoundaryKind, type GuessedBoundary } from "../guess/guess-boundary-kind.ts";
import { guessConnectionKind } from "../guess/guess-connection-kind.ts";
import { guessKind, mostTelling, type GuessedKind } from "../guess/guess-kind.ts";
import { asOneOf } from "../drawings/seamark-mark.ts";
import type { DslElement, DslRelationship } from "./structurizr-model.ts";

export interface SaidKind<K> {
  readonly kind: K;
  /** Why it is taken for that; left out where the file says it. */
  readonly because?: string;
}

const SHAPES: ReadonlyMap<string, ComponentKind> = new Map([
  ["cylinder", "store"],
  ["bucket", "store"],
  ["pipe", "queue"],
  ["webbrowser", "client"],
  ["mobiledeviceportrait", "client"],
  ["mobiledevicelandscape", "client"],
  ["window", "client"],
]);
const IN_WORDS: Readonly<Record<DslElement["sort"], string>> = {
  person: "a person",
  softwaresystem: "a software system",
  container: "a container",
  component: "a component",
  element: "an element",
};

/** What an element is: by its sort and its tags, else guessed by its shape, tags, technology and name. */
export function kindOfElement(
  element: DslElement,
  shapes: ReadonlyMap<string, string>,
): SaidKind<ComponentKind> {
  const { tags, technology, name, sort } = element;
  for (const tag of tags) {
    const kind = asOneOf(COMPONENT_KINDS, tag.toLowerCase());
    if (kind !== undefined) return { kind };
  }
  if (sort === "person") return { kind: "person" };
  const words = [...tags, technology, name];
  const guess = mostTelling([byShape(tags, shapes), ...words.map((one) => guessKind(one))]);
  return guess ?? { kind: "service", because: `${IN_WORDS[sort]} is taken for a service` };
}

function byShape(tags: readonly string[], shapes: ReadonlyMap<string, string>): GuessedKind | null {
  for (const tag of tags) {
    const shape = shapes.get(tag.toLowerCase()) ?? "";
    const kind = SHAPES.get(shape);
    if (kind !== undefined) return { kind, because: `its tag “${tag}” is drawn as a ${shape}` };
  }
  return null;
}

export function kindOfRelationship(
  { tags, description }: DslRelationship,
  source: ComponentKind,
  target: ComponentKind,
): SaidKind<ConnectionKind> {
  const words = tags.map((tag) => tag.toLowerCase());
  for (const word of words) {
    const kind = asOneOf(CONNECTION_KINDS, word);
    if (kind !== undefined) return { kind };
  }
  return words.some((word) => word === "asynchronous" || word === "async")
    ? { kind: "send" }
    : guessConnectionKind(description, source, target);
}

/** What an element with parts is as a boundary. */
export function kindOfParts({ sort, name }: DslElement): GuessedBoundary {
  if (sort === "softwaresystem")
    return { kind: "team", because: "a software system is taken for what one team owns" };
  return sort === "container"
    ? { kind: "deployment", because: "a container is taken for what ships together" }
    : guessBoundaryKind(name);
}
