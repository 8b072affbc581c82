/** Characters of a path and a query. No backslash, which browsers read as a slash, and nothing that ends a line. */
const PATH = /^\/(?!\/)[\w./~%?&=+:@!$'()*,;-]*$/;
const LONGEST = 500;

/**
 * A path of this site, as it may stand in a redirect; undefined for anything that could lead elsewhere. Whatever a browser
 * makes of it stays here: it begins with one slash, and dots in it cannot make that two.
 */
export function readLocalPath(text: string): string | undefined {
  if (text.length > LONGEST || !PATH.test(text)) return undefined;
  const [path = ""] = text.split("?");
  return /\/\/|\/\.{1,2}(?:\/|$)|%2e|%2f|%5c/i.test(path) ? undefined : text;
}
