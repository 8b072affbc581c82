/** Where a word stands on the page of the glossary. */
export function wordId(term: string): string {
  return term.replaceAll(" ", "-");
}
