import type { ReactNode } from "react";
import { glossary } from "#content/generated/glossary.ts";
import { wordId } from "#core/series/word-id.ts";

interface TermProps {
  readonly id: string;
  readonly children: ReactNode;
}

/**
 * A word of the glossary where it is first read. It leads to its definition everywhere; browsers that know of interest
 * show the definition beside it, and take it away again by Escape.
 */
export function Term({ id, children }: TermProps) {
  const word = glossary.find(({ term }) => wordId(term) === id);
  if (word === undefined) return children;
  return (
    <>
      <a className="term" href={`/glossary#${id}`} {...{ interestfor: `word-${id}` }}>
        {children}
      </a>
      <span popover="hint" id={`word-${id}`} className="term-note">
        {word.says}
      </span>
    </>
  );
}
