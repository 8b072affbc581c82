import type { Architecture } from "../architecture/architecture.schema.ts";
import { byId, compareText } from "../architecture/text-order.ts";
import { inCanonicalOrder } from "../document/canonical-order.ts";
import type { Session } from "../document/session.schema.ts";
import { answeredFacts, THE_SKETCH } from "./answered-facts.ts";
import { nameReplacer } from "./name-replacer.ts";
import { numberedIds, renamedSession, type Renaming } from "./renamed-session.ts";

const KEY_FORMAT = "seamark.anonymization-key/1";

export type NamedKind = "component" | "boundary" | "object" | "person" | "title" | "client";

/** What one name became. Elements have ids as well, which were made of their names; people and titles have none. */
export interface KeyEntry {
  readonly kind: NamedKind;
  readonly original: string;
  readonly neutral: string;
  readonly originalId: string | null;
  readonly neutralId: string | null;
}

/** What turns the neutral names back, to be kept by whoever made it. Each neutral name stands in it once. */
export interface AnonymizationKey {
  readonly format: typeof KEY_FORMAT;
  readonly names: readonly KeyEntry[];
}

export interface Anonymized {
  readonly session: Session;
  readonly key: AnonymizationKey;
  /** Writes the neutral names into any other text that goes along. */
  readonly inText: (text: string) => string;
}

export interface AnonymizeOptions {
  /** Names that stand in no session: the client, the author. */
  readonly clients?: readonly string[];
  /** Texts of our own that people handed back, such as the words of a move: they name nobody and stay as they are. */
  readonly ownTexts?: ReadonlySet<string>;
}

/**
 * The same session in which nothing and nobody is called by its name: components, boundaries, objects and people are
 * numbered, also inside sentences. Ids are renamed in their order, so that a diagnosis comes to the same.
 */
export function anonymize(session: Session, { clients = [], ownTexts }: AnonymizeOptions = {}): Anonymized {
  const { architecture } = session;
  const elements = [
    ...numbered("component", architecture.components),
    ...numbered("boundary", architecture.boundaries),
    ...numbered("object", architecture.objects),
  ];
  const people = peopleOf(session).map((name, i) => keyEntry("person", name, `Person ${i + 1}`));
  const given = clients.filter((name) => name.trim() !== "");
  const names = [
    ...elements,
    ...people,
    keyEntry("title", architecture.title, "Anonymous sketch"),
    ...given.map((name, i) => keyEntry("client", name, i === 0 ? "Client" : `Client ${i + 1}`)),
  ];
  const write = nameReplacer(replacementsOf(names));
  const inText = (text: string) => (ownTexts?.has(text) === true ? text : write(text));
  const renaming = renamingOf(architecture, names, inText);
  return {
    session: inCanonicalOrder(renamedSession(session, renaming)),
    key: { format: KEY_FORMAT, names },
    inText,
  };
}

/** The key as a file. */
export function renderKey(key: AnonymizationKey): string {
  return `${JSON.stringify(key, null, 2)}\n`;
}

/** Writes the original names for the neutral ones in a text of an anonymous report. */
export function withNames(text: string, { names }: AnonymizationKey): string {
  return nameReplacer(names.map(({ original, neutral }) => ({ original: neutral, neutral: original })))(text);
}

const TITLES = { component: "Component", boundary: "Boundary", object: "Object" } as const;

/** Numbers are as wide as the longest, so that ids stand in the order in which they stood. */
function numbered(
  kind: keyof typeof TITLES,
  entries: readonly { readonly id: string; readonly name: string }[],
): readonly KeyEntry[] {
  const width = String(entries.length).length;
  return byId(entries).map(({ id, name }, i) => ({
    kind,
    original: name,
    neutral: `${TITLES[kind]} ${i + 1}`,
    originalId: id,
    neutralId: `${kind}-${String(i + 1).padStart(width, "0")}`,
  }));
}

function keyEntry(kind: NamedKind, original: string, neutral: string): KeyEntry {
  return { kind, original, neutral, originalId: null, neutralId: null };
}

/** Whoever answered, was named to be asked, keeps a seam or set something aside; in one order for all. */
function peopleOf(session: Session): readonly string[] {
  const named = [
    ...answeredFacts(session).flatMap(({ answers }) => answers.map(({ by }) => by)),
    ...Object.values(session.referred),
    ...session.seams.map(({ owner }) => owner),
    ...session.dismissed.map(({ by }) => by),
  ];
  return [...new Set(named)].filter((name) => name.trim() !== "" && !NOBODY.has(name)).sort(compareText);
}

/** Who these are says nothing, and they are words of every sentence. */
const NOBODY: ReadonlySet<string> = new Set(["you", THE_SKETCH.by]);

/**
 * In sentences a name stands for itself, and an id of several words for the name that it was made of. An id of one word
 * may be any word.
 */
function replacementsOf(names: readonly KeyEntry[]) {
  return [
    ...names.map(({ original, neutral }) => ({ original, neutral })),
    ...names.flatMap(({ originalId, neutral }) =>
      originalId?.includes("-") === true ? [{ original: originalId, neutral }] : [],
    ),
  ];
}

function renamingOf(
  architecture: Architecture,
  names: readonly KeyEntry[],
  inText: (text: string) => string,
): Renaming {
  const idsOf = (kind: NamedKind) =>
    new Map(
      names.flatMap((one) =>
        one.kind === kind ? [[one.originalId ?? "", { id: one.neutralId ?? "", name: one.neutral }]] : [],
      ),
    );
  const people = new Map(
    names.flatMap(({ kind, original, neutral }) => (kind === "person" ? [[original, neutral]] : [])),
  );
  return {
    title: "Anonymous sketch",
    components: idsOf("component"),
    boundaries: idsOf("boundary"),
    objects: idsOf("object"),
    connections: numberedIds("connection", architecture.connections),
    person: (name) => people.get(name) ?? inText(name),
    inText,
  };
}
