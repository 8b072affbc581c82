/**
 * What somebody typed as a tsquery of PostgreSQL: every word of it, each as the beginning of one. Words are quoted, so that
 * whatever is typed is text. Undefined when there is nothing to look for.
 */
export function searchQuery(typed: string): string | undefined {
  const words = typed.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return undefined;
  return words.map((word) => `'${word.replaceAll(/['\\]/g, "$&$&")}':*`).join(" & ");
}

/** The beginning of a reference that somebody may mean: four signs or more, grouped as a reference is. */
export function referencePrefix(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const signs = typed.replaceAll(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{4,28}$/.test(signs)) return undefined;
  return (signs.match(/.{1,4}/g) ?? []).join("-");
}
