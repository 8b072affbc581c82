import type { ComponentKind } from "../../architecture/vocabulary.ts";
import {
  ANSWERING_WORDS,
  NOT_ITSELF,
  NOUN_KINDS,
  PAIR_KINDS,
  PASSED_OVER,
  PRODUCT_KINDS,
  SAID_BEFORE,
  SAYS_NO_MORE,
} from "./kind-words.ts";

/** What something seems to be, and why: “postgres” is known as a store. */
export interface GuessedKind {
  readonly kind: ComponentKind;
  readonly because: string;
}

/** Whether something of the kind can stand where the words stand: what runs is no person, a drawn store no service. */
type Possible = (kind: ComponentKind) => boolean;

/** What comes later in a name says nothing about what it is. */
const READ = 200;

/**
 * What a component seems to be by its name, its image (`docker.io/library/postgres:16`) or its technology; null where no
 * word says it. It is a guess, to be marked as one. "service" is guessed only where a word says so. A word for a kind that
 * is not possible there is passed over.
 */
export function guessKind(words: string, possible: Possible = () => true): GuessedKind | null {
  const [first = "", ...rest] = withoutTag(words.slice(0, READ)).split(/[([{:,;|]| [-–—/] /u);
  const named = wordsIn(first);
  const behind = byProduct(wordsIn(rest.join(" ")), possible);
  const ending = byEnding(named, possible);
  // "Users (PostgreSQL)" are no people.
  if (ending?.kind === "person" && behind !== null) return behind;
  return ending ?? byProduct(named, possible) ?? behind ?? byAnswering(named, possible);
}

/** The first guess that says more than that something answers, else the first there is. */
export function mostTelling(guesses: readonly (GuessedKind | null)[]): GuessedKind | undefined {
  const said = guesses.filter((guess) => guess !== null);
  return said.find(({ kind }) => kind !== "service") ?? said[0];
}

/** Of an image only the last part of its path counts; of a name everything does. */
function withoutTag(words: string): string {
  const text = words.trim();
  if (/\s/.test(text) || !/[/:@]/.test(text)) return text;
  const [path = ""] = text.split("@");
  const [last = ""] = path.slice(path.lastIndexOf("/") + 1).split(":");
  return path.includes("jaegertracing/") ? "jaeger" : last;
}

/** The words of a name in small letters, "OrderQueue" being two and "MongoDB" one; endings that say nothing are dropped. */
function wordsIn(text: string): readonly string[] {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((token) => {
    const whole = withoutNumber(token);
    if (PRODUCT_KINDS.has(whole)) return [whole];
    return token
      .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
      .split(" ")
      .map(withoutNumber);
  });
  const said = words.filter((word) => word !== "");
  while (said.length > 1 && PASSED_OVER.has(said.at(-1) ?? "")) said.pop();
  return said;
}

function withoutNumber(word: string): string {
  const small = word.toLowerCase();
  return PRODUCT_KINDS.has(small) ? small : small.replace(/\d{1,10}$/, "");
}

function byEnding(words: readonly string[], possible: Possible): GuessedKind | null {
  const pair = words.slice(-2).join(" ");
  const kind = kindIn(PAIR_KINDS, pair);
  // Where both words together say it, the last alone says something else.
  if (kind !== undefined) return possible(kind) ? { kind, because: because(pair, kind) } : null;
  const word = beforeAnswering(words) ?? words.at(-1) ?? "";
  const noun = kindIn(NOUN_KINDS, word) ?? databaseIn(word);
  if (noun === undefined || !possible(noun) || isOfUse(noun, words)) return null;
  return { kind: noun, because: because(word, noun) };
}

function kindIn(kinds: ReadonlyMap<string, ComponentKind>, words: string): ComponentKind | undefined {
  return kinds.get(words) ?? kinds.get(singular(words));
}

/** "monitoring" of a "central monitoring service". */
function beforeAnswering(words: readonly string[]): string | undefined {
  const [before = "", last = ""] = words.slice(-2);
  return SAYS_NO_MORE.has(singular(last)) && SAID_BEFORE.has(before) ? before : undefined;
}

/** The client of a product is a part of what uses it, its admin a page of it; its command line is what people use. */
function isOfUse(noun: ComponentKind, words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  if (last === "cli" || (noun !== "client" && !NOT_ITSELF.has(last))) return false;
  return words.some((word) => PRODUCT_KINDS.has(word));
}

/** "userdb" */
function databaseIn(word: string): ComponentKind | undefined {
  return word.length > 3 && word.endsWith("db") && !PRODUCT_KINDS.has(word) ? "store" : undefined;
}

function byProduct(words: readonly string[], possible: Possible): GuessedKind | null {
  if (words.length > 1 && NOT_ITSELF.has(words.at(-1) ?? "")) return null;
  for (const word of words) {
    const kind = PRODUCT_KINDS.get(word);
    if (kind !== undefined && possible(kind)) return { kind, because: because(word, kind) };
  }
  return null;
}

function byAnswering(words: readonly string[], possible: Possible): GuessedKind | null {
  const last = words.at(-1) ?? "";
  if (!possible("service")) return null;
  return ANSWERING_WORDS.has(last) || ANSWERING_WORDS.has(singular(last))
    ? { kind: "service", because: because(last, "service") }
    : null;
}

function singular(words: string): string {
  if (words.endsWith("ies")) return `${words.slice(0, -3)}y`;
  return words.endsWith("s") ? words.slice(0, -1) : words;
}

function because(word: string, kind: ComponentKind): string {
  return `“${word}” is known as ${IN_WORDS[kind]}`;
}

const IN_WORDS: Readonly<Record<ComponentKind, string>> = {
  person: "a person",
  client: "a client",
  gateway: "a gateway",
  enforcer: "an enforcer",
  service: "a service",
  executor: "an executor",
  worker: "a worker",
  scheduler: "a scheduler",
  controller: "a controller",
  store: "a store",
  cache: "a cache",
  queue: "a queue",
  config: "configuration",
  directory: "a directory",
  network: "a network",
  monitor: "a monitor",
  external: "something of a third party",
};
