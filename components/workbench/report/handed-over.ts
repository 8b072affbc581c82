import type { Comparison } from "#core/engagements/compare-file.ts";
import type { HandedOverFile } from "#core/engagements/engagement.schema.ts";
import type { MadeFile } from "./report-work.ts";

/** A file as it is told apart from others of its format: without its bytes. */
export function handedOver(format: string, { sha256, bytes, madeWith }: MadeFile): HandedOverFile {
  return { format, sha256, bytes: bytes.length, madeWith };
}

/** Whether a file that was made again is the one that was handed over, in a sentence. */
export function comparisonWords(comparison: Comparison, version: string): string {
  switch (comparison.kind) {
    case "same":
      return "The same file as was handed over, byte for byte.";
    case "other-format":
      return "It was not handed over in this format.";
    case "not-noted":
      return "It was kept before hashes of files were noted. Whether it is the same cannot be said.";
    case "changed":
      return `Not the same bytes as were handed over: ${becauseWords(comparison, version)}`;
  }
}

function becauseWords(
  { because, was }: Extract<Comparison, { readonly kind: "changed" }>,
  version: string,
): string {
  switch (because) {
    case "version":
      return `a report said what ${was} says then, and says what ${version} says now.`;
    case "published":
      return `what is published here has changed since, or its address. A report still says what ${version} says.`;
    case "program":
      return `the program that makes it has changed since. A report still says what ${version} says.`;
  }
}
