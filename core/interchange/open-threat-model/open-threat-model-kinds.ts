import { COMPONENT_KINDS, type ComponentKind } from "../../architecture/vocabulary.ts";
import { guessKind, mostTelling, type GuessedKind } from "../guess/guess-kind.ts";

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

/** What a component is, by the words of its type, which says what it is made of, else by its name, else by its tags. */
export function otmKind(
  type: string,
  name: string,
  tags: readonly string[],
): { readonly kind: ComponentKind; readonly guess: string } {
  const guess = mostTelling([
    byType(type),
    guessKind(type),
    guessKind(name),
    ...tags.map((tag) => guessKind(tag)),
  ]);
  return guess === undefined
    ? { kind: "service", guess: "taken for a service, because nothing says otherwise" }
    : { kind: guess.kind, guess: guess.because };
}

function byType(type: string): GuessedKind | null {
  const kind = COMPONENT_KINDS.find((one) => TYPES[one] === type);
  return kind === undefined ? null : { kind, because: `its type is “${type}”` };
}
