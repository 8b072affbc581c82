import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { guessed } from "../threat-dragon/threat-dragon-kinds.ts";
import { kindByWords, personByWords } from "../threat-models/kind-by-words.ts";

/** The format has no closed list of types. These are words that other programs that read it go by. */
const TYPES: Readonly<Record<ComponentKind, string>> = {
  person: "user",
  client: "generic-client",
  gateway: "gateway-service",
  enforcer: "policy-enforcement-service",
  service: "web-service",
  executor: "execution-service",
  worker: "background-service",
  scheduler: "scheduler-service",
  controller: "controller-service",
  store: "database",
  cache: "cache-database",
  queue: "message-queue-service",
  config: "configuration-database",
  directory: "directory-service",
  network: "network",
  monitor: "monitoring-service",
  external: "external-system",
};

export function typeOfKind(kind: ComponentKind): string {
  return TYPES[kind];
}

/** What a component is, by the words of its type, which says what it is made of, and else by its name. */
export function otmKind(
  type: string,
  name: string,
): { readonly kind: ComponentKind; readonly guess: string } {
  for (const words of [type, name]) {
    const by = kindByWords(words);
    if (by !== undefined) return { kind: by.kind, guess: guessed(by) };
    const person = personByWords(words);
    if (person !== undefined) return { kind: "person", guess: guessed({ kind: "person", word: person }) };
  }
  return { kind: "service", guess: "taken for a service, because nothing says otherwise" };
}
