import { INFERENCE } from "#core/architecture/walk.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";

interface SaidByProps {
  readonly entry: CaseEntry;
  /** The key of a source, or `INFERENCE`. */
  readonly source: string;
}

/** The source with its number in the text, or that nobody says it. */
export function SaidBy({ entry, source }: SaidByProps) {
  if (source === INFERENCE) return "We infer this; no source says it.";
  const { matter, citations } = entry;
  const publisher = matter.sources.find(({ key }) => key === source)?.publisher;
  const number = citations.find(({ key }) => key === source)?.number;
  return (
    <a href={`#source-${source}`}>
      Source {number}
      {publisher === undefined ? "" : `, ${publisher}`}
    </a>
  );
}
