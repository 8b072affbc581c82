import type { HandedOverFile } from "./engagement.schema.ts";
import type { KeptFile } from "./engagement-view.ts";

/** How a file that was made again stands to the one that was handed over. */
export type Comparison =
  | { readonly kind: "same" }
  /** It was not handed over in this format. */
  | { readonly kind: "other-format" }
  /** It was, and nobody noted its hash then. */
  | { readonly kind: "not-noted" }
  /** The bytes differ, and what of all that they are made from has changed. Session and settings are kept: not these. */
  | { readonly kind: "changed"; readonly because: "version" | "published" | "program"; readonly was: string };

/** Compares a file with the one of its format among those that were handed over. */
export function compareFile(handedOver: readonly KeptFile[], made: HandedOverFile): Comparison {
  const kept = handedOver.find(({ format }) => format === made.format);
  if (kept === undefined) return { kind: "other-format" };
  if (kept.sha256 === null) return { kind: "not-noted" };
  if (kept.sha256 === made.sha256) return { kind: "same" };
  return { kind: "changed", because: whatChanged(kept, made), was: kept.madeWith.version };
}

function whatChanged({ madeWith: was }: HandedOverFile, { madeWith: is }: HandedOverFile) {
  if (was.version !== is.version) return "version";
  return was.published === is.published ? "program" : "published";
}
