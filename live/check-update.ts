import { err, ok, type Result } from "#core/result.ts";
import * as Y from "yjs";

/** What a shared document may be, in bytes and counts. */
export const DOCUMENT_LIMITS = {
  /** One update as it comes from somebody's typing. */
  update: 64 * 1024,
  /** What was done offline, in one piece. */
  merge: 1024 * 1024,
  /** The whole document, encoded. */
  document: 5 * 1024 * 1024,
  /** Maps in maps, and values in them. */
  depth: 32,
  /** Entries of all maps and lists together. */
  keys: 20_000,
} as const;

/** Why an update is not taken. */
export type UpdateProblem =
  { readonly kind: "malformed" } | { readonly kind: "limit"; readonly limit: keyof typeof DOCUMENT_LIMITS };

export type Update = Uint8Array<ArrayBuffer>;

/**
 * Looks at an update before anything applies it. Applying one makes room for as many changes as it says it has: nine
 * bytes can cost half a second. Reading it lazily costs what its bytes cost. Only version 1 is taken, exactly as long as it
 * says. The answer is a copy in a buffer of its own, as Yjs reads from the buffer under an array and would find there
 * what belongs to somebody else.
 */
export function checkUpdate(bytes: Uint8Array, most: number): Result<Update, UpdateProblem> {
  if (bytes.byteLength > most) {
    const limit = most === DOCUMENT_LIMITS.document ? "document" : "merge";
    return err({ kind: "limit", limit: most === DOCUMENT_LIMITS.update ? "update" : limit });
  }
  const update = new Uint8Array(bytes);
  const read = decode(update);
  const isLonger = decode(update.slice(0, -1)) !== undefined;
  if (read === undefined || isLonger || !read.structs.every(isSafe)) return err({ kind: "malformed" });
  return ok(update);
}

/** What an update says, or undefined when it is not one. Whatever is wrong with it shows as some exception of Yjs. */
function decode(update: Update): ReturnType<typeof Y.decodeUpdate> | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return undefined;
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/** No documents within documents, and nothing that would become the prototype of an object somebody makes of it. */
function isSafe(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { content, parentSub, parent } = struct;
  if (parentSub === "__proto__" || (parent as unknown) === "__proto__" || content instanceof Y.ContentDoc)
    return false;
  return !(content instanceof Y.ContentAny) || content.arr.every((value) => isPlain(value, 0));
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return true;
  if (depth > DOCUMENT_LIMITS.depth) return true;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
