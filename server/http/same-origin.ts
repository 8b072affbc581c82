/** The headers of a request by lower-case name, as Node and as the Fetch standard have them. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * Whether a page of ours sent this request. Browsers say so in Sec-Fetch-Site, older ones in Origin, and no page can
 * forge either. A request with neither comes from no page: there is nobody whose session it could abuse.
 */
export function isSameOrigin(header: ReadHeader, publicOrigin: string | undefined): boolean {
  const site = header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = header("origin");
  if (origin === undefined) return true;
  if (publicOrigin !== undefined) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === header("host");
}

/** The same for a request that carries a sign-in: it must be shown to come from a page of ours, and silence shows nothing. */
export function isProvenSameOrigin(header: ReadHeader, publicOrigin: string | undefined): boolean {
  const isSilent = header("sec-fetch-site") === undefined && header("origin") === undefined;
  return !isSilent && isSameOrigin(header, publicOrigin);
}
