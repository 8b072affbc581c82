import type { ConfigurationWords } from "#core/simulation/configuration.ts";

/** What the address of a page says of one figure on it. */
export interface FigureAddress extends ConfigurationWords {
  /** The moment at which it is read. */
  readonly at?: string | undefined;
}

const KEYS = ["left", "right", "settings", "seed", "at"] as const;

/** Null where the address says nothing of the figure. */
export function readAddress(id: string, search: string): FigureAddress | null {
  const said = new URLSearchParams(search).get(id);
  if (said === null) return null;
  const parts = said.split(";").map((part) => part.split(":", 2));
  return Object.fromEntries(KEYS.map((key) => [key, parts.find(([name]) => name === key)?.[1]]));
}

/** Where the page is with this figure in its address; what is as given need not be said. */
export function writeAddress(
  id: string,
  address: FigureAddress,
  { pathname, search, hash }: Location,
): string {
  const said = KEYS.flatMap((key) => (address[key] === undefined ? [] : [`${key}:${address[key]}`])).join(
    ";",
  );
  const others = new URLSearchParams(search);
  others.delete(id);
  // Written by hand: the separators may stand in an address as they are, and people read addresses.
  const own = said === "" ? "" : `${encodeURIComponent(id)}=${said.replaceAll(" ", "+")}`;
  const query = [others.toString(), own].filter((part) => part !== "").join("&");
  return `${pathname}${query === "" ? "" : `?${query}`}${hash}`;
}
