import {
  BOUNDARY_KINDS,
  COMPONENT_KINDS,
  CONNECTION_KINDS,
  MECHANISMS_BY_ZONE,
  type BoundaryKind,
  type ComponentKind,
  type ConnectionKind,
  type MechanismKey,
} from "../../architecture/vocabulary.ts";

/** What a comment of ours says about what stands below it; nothing where it is of somebody else. */
export interface ReadMark {
  readonly component?: ComponentKind;
  /** Boundaries in which the component lies, by the names that the drawing has for them. */
  readonly also?: readonly string[];
  readonly boundary?: { readonly kind: BoundaryKind };
  readonly connection?: ConnectionKind;
  /** The label is the name of the object that travels. */
  readonly carries?: boolean;
  readonly seam?: MarkedSeamText;
}

export interface MarkedSeamText {
  readonly rung: string;
  readonly mechanism: MechanismKey | null;
  readonly sentence: string;
  readonly owner: string;
}

/** Reads the words of a mark: `component store in b_x b_y`, `boundary trust`, `connection send carries` or
 * `seam unstated dual-write sentence owner`. */
export function readMark(words: readonly string[] | undefined): ReadMark {
  const [sort = "", ...said] = words ?? [];
  return READERS.get(sort)?.(said) ?? {};
}

const READERS = new Map<string, (said: readonly string[]) => ReadMark>([
  ["component", componentMark],
  ["boundary", boundaryMark],
  ["connection", connectionMark],
  ["seam", (said) => ({ seam: asSeam(said) })],
]);

function componentMark([kind, within, ...also]: readonly string[]): ReadMark {
  const component = asOneOf(COMPONENT_KINDS, kind);
  return { ...(component && { component }), ...(within === "in" && { also: also.slice(0, 200) }) };
}

function boundaryMark([word]: readonly string[]): ReadMark {
  const kind = asOneOf(BOUNDARY_KINDS, word);
  return kind === undefined ? {} : { boundary: { kind } };
}

function connectionMark([kind, carries]: readonly string[]): ReadMark {
  const connection = asOneOf(CONNECTION_KINDS, kind);
  return connection === undefined ? {} : { connection, carries: carries === "carries" };
}

function asSeam([rung = "", mechanism, sentence = "", owner = ""]: readonly string[]): MarkedSeamText {
  return {
    rung: fromToken(rung),
    mechanism: asMechanism(mechanism),
    sentence: fromToken(sentence),
    owner: fromToken(owner),
  };
}

export function asMechanism(text: string | undefined): MechanismKey | null {
  return asOneOf(Object.values(MECHANISMS_BY_ZONE).flat(), text) ?? null;
}

export function asOneOf<T extends string>(list: readonly T[], text: string | undefined): T | undefined {
  return list.find((one) => one === text);
}

/** A text as one word of letters, digits and `%`, which no format takes for anything else; `-` is the empty text. */
export function asToken(text: string): string {
  const plain = text.toWellFormed();
  return plain === "" ? "-" : encodeURIComponent(plain).replaceAll(/[-!'()*~_.]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The text of such a word; empty where it is none. */
export function fromToken(word: string): string {
  if (word === "-") return "";
  try {
    return decodeURIComponent(word);
  } catch {
    return "";
  }
}
