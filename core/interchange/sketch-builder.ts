import {
  LIMITS,
  type Agreement,
  type Answer,
  type Boundary,
  type Component,
  type Connection,
  type Facts,
  type SketchObject,
} from "../architecture/architecture.schema.ts";
import { pairKey, pairOf, type FactAddress, type Subject } from "../architecture/subject.ts";
import type { BoundaryKind, ComponentKind, ConnectionKind } from "../architecture/vocabulary.ts";
import { acceptAnswer } from "../document/answer.schema.ts";
import { emptySession, UNTITLED } from "../document/new-session.ts";
import { parseSession } from "../document/parse-session.ts";
import { asPosition } from "../document/position.ts";
import type { MarkedSeam, Position } from "../document/session.schema.ts";
import { err, ok, type Result } from "../result.ts";
import { baseName, fileTitle } from "./file-title.ts";
import type {
  Imported,
  ImportedElement,
  ImportFormat,
  ImportNote,
  ImportOptions,
  ImportProblem,
  PartGuess,
  Place,
} from "./importer.ts";
import { idMaker } from "./make-id.ts";
import { onOneLine } from "./on-one-line.ts";

/** How an element came to be what it is: where it stands, and why, where the file does not say it. */
export interface Origin extends Place {
  /** What stands there, in the words of the format: `service "web"`. */
  readonly what: string;
  /** Why there should be such an element; left out where the file says that there is. */
  readonly guess?: string | undefined;
  /** Why it is of its kind, where the file does not say it. */
  readonly guessedKind?: string | undefined;
  /** Why it carries its object, where the file does not say it. */
  readonly guessedObject?: string | undefined;
}

export interface NewComponent {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly boundaries?: readonly string[];
  readonly notes?: string;
  readonly numbers?: Component["numbers"];
  /** Where the file says it lies. */
  readonly position?: Position;
}

export interface NewConnection {
  readonly from: string;
  readonly to: string;
  readonly kind: ConnectionKind;
  readonly carries?: string | null;
  readonly notes?: string;
  readonly numbers?: Connection["numbers"];
}

export interface NewBoundary {
  readonly name: string;
  readonly kind: BoundaryKind;
  readonly within?: string | null;
}

export interface SketchTitle {
  /** What the file calls what it describes; where it is blank, the sketch is called after the file. */
  readonly title: string;
  readonly summary?: string;
  /** The file that a refusal names. */
  readonly file: string;
}

/** What a file says of an element, or what is inferred from it. */
export interface NewFact {
  readonly address: FactAddress;
  readonly value: Answer["value"];
  /** What in the file it rests on. */
  readonly evidence: string;
  readonly guessed: boolean;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Puts a sketch together while files are read. Makes the ids, cuts what is too long, and keeps the note for each
 * element, so that an importer says what it saw and nothing else. What adds an element returns its id.
 */
export class SketchBuilder {
  readonly #format: ImportFormat;
  readonly #at: string;
  readonly #components = new Map<string, Draft<Component>>();
  readonly #connections = new Map<string, Draft<Connection>>();
  readonly #boundaries = new Map<string, Boundary>();
  readonly #objects = new Map<string, SketchObject>();
  readonly #agreements = new Map<string, Draft<Agreement>>();
  readonly #seams = new Map<string, MarkedSeam>();
  readonly #positions: Record<string, Position> = {};
  readonly #notes: ImportNote[] = [];
  readonly #newId = idMaker();

  constructor(format: ImportFormat, { at }: ImportOptions) {
    this.#format = format;
    this.#at = at;
  }

  component(given: NewComponent, origin: Origin): string {
    const { name, kind, boundaries = [], notes = "", numbers = {}, position } = given;
    const id = this.#newId(name, "component");
    this.#components.set(id, {
      id,
      name: nameOf(name),
      kind,
      boundaries: [...new Set(boundaries)],
      notes: cut(notes, LIMITS.text),
      facts: {},
      numbers,
    });
    if (position !== undefined) this.#positions[id] = asPosition(position);
    this.#note({ component: id }, origin);
    return id;
  }

  /** Null where both ends are one component: that is left out, and noted. */
  connection(given: NewConnection, origin: Origin): string | null {
    const { from, to, kind, carries = null, notes = "", numbers = {} } = given;
    if (from === to) {
      this.leftOut(`${origin.what}: a component is not connected to itself`, origin);
      return null;
    }
    const id = this.#newId(`${from}-to-${to}`, "connection");
    const text = cut(notes, LIMITS.text);
    this.#connections.set(id, { id, from, to, kind, carries, over: [], notes: text, facts: {}, numbers });
    this.#note({ connection: id }, origin);
    return id;
  }

  boundary({ name, kind, within = null }: NewBoundary, origin: Origin): string {
    const id = this.#newId(name, "boundary");
    this.#boundaries.set(id, { id, name: nameOf(name), kind, within });
    this.#note({ boundary: id }, origin);
    return id;
  }

  /** Puts a component into one more boundary. */
  put(component: string, boundary: string): void {
    const known = this.#components.get(component);
    if (known !== undefined) known.boundaries = [...new Set([...known.boundaries, boundary])];
  }

  /** The same name is the same object. */
  object(name: string, origin: Origin): string {
    const words = nameOf(name);
    const known = this.#objects.get(words);
    if (known !== undefined) return known.id;
    const id = this.#newId(name, "object");
    this.#objects.set(words, { id, name: words });
    this.#note({ object: id }, origin);
    return id;
  }

  /** Two components have one agreement, and the words it was begun with stand. Null where both are one. */
  agreement(a: string, b: string, about: string, origin: Origin): string | null {
    if (a === b) {
      this.leftOut(`${origin.what}: an agreement is between two components`, origin);
      return null;
    }
    const known = this.#agreements.get(pairKey(a, b));
    if (known !== undefined) return known.id;
    const id = this.#newId(`${a}-and-${b}`, "agreement");
    const words = cut(about, LIMITS.text) || "what both rely on";
    this.#agreements.set(pairKey(a, b), { id, between: pairOf(a, b), about: words, facts: {} });
    this.#note({ agreement: id }, origin);
    return id;
  }

  /** Marks a seam, with the agreement in people's own words where there are any. A pair is marked once. */
  seam({ between, ...said }: Omit<MarkedSeam, "id">): void {
    const key = pairKey(...between);
    if (this.#seams.has(key)) return;
    this.#seams.set(key, {
      id: this.#newId("seam", "seam"),
      between: pairOf(...between),
      mechanism: said.mechanism,
      note: cut(said.note, LIMITS.text),
      invariant: cut(said.invariant, LIMITS.text),
      owner: cut(said.owner, LIMITS.name),
    });
  }

  /** An answer that the file gives. Ignored where the element has no such fact, or the value is none for it. */
  fact({ address, value, evidence, guessed }: NewFact, { file, line }: Place): void {
    const said = acceptAnswer(address, {
      value,
      by: nameOf(baseName(file)),
      at: this.#at,
      evidence: cut(line === null ? evidence : `${evidence} (line ${line})`, LIMITS.text),
      ...(guessed ? { guessed } : {}),
    });
    const element = this.#elementOf(address.about);
    if (element !== undefined && said !== undefined)
      element.facts = { ...element.facts, [address.fact]: [said] };
  }

  leftOut(what: string, { file, line }: Place): void {
    this.#notes.push({ how: "left-out", about: null, what, guesses: [], file, line });
  }

  /** The sketch that was read. What a session cannot hold, for example more components than its limit, is a refusal. */
  finish({ title, summary = "", file }: SketchTitle): Result<Imported, readonly ImportProblem[]> {
    const empty = emptySession(nameOf(title.trim() === "" ? fileTitle(file) : title, UNTITLED));
    const session = parseSession({
      ...empty,
      architecture: {
        ...empty.architecture,
        summary: cut(summary, LIMITS.text),
        objects: [...this.#objects.values()],
        boundaries: [...this.#boundaries.values()],
        components: [...this.#components.values()],
        connections: [...this.#connections.values()],
        agreements: [...this.#agreements.values()],
      },
      positions: this.#positions,
      seams: [...this.#seams.values()],
    });
    if (session.ok) return ok({ format: this.#format, session: session.value, notes: this.#notes });
    return err(
      session.error.map(({ pointer, message }) => ({ file, line: null, message: `${pointer}: ${message}` })),
    );
  }

  #elementOf(about: Subject): { facts: Facts } | undefined {
    if ("component" in about) return this.#components.get(about.component);
    if ("connection" in about) return this.#connections.get(about.connection);
    return this.#agreements.get(pairKey(...about.agreement));
  }

  #note(about: ImportedElement, origin: Origin): void {
    const { what, guess, file, line } = origin;
    this.#notes.push(
      guess === undefined
        ? { how: "recognized", about, what, guesses: guessesIn(origin), file, line }
        : { how: "guessed", about, what: `${what}: ${guess}`, guesses: [], file, line },
    );
  }
}

function guessesIn({ guessedKind, guessedObject }: Origin): readonly PartGuess[] {
  return [
    ...(guessedKind === undefined ? [] : [{ of: "kind", because: guessedKind } as const]),
    ...(guessedObject === undefined ? [] : [{ of: "object", because: guessedObject } as const]),
  ];
}

/** A name on one line, never empty and never too long. */
function nameOf(name: string, otherwise?: string): string {
  return cut(onOneLine(name, otherwise), LIMITS.name);
}

function cut(text: string, most: number): string {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).toWellFormed()}…`;
}
