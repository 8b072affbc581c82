export interface HeaderOptions {
  /** Whether people reach the product over https; HSTS on plain http would only be ignored. */
  readonly isHttps: boolean;
  readonly isDevelopment: boolean;
}

export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** What every response carries, whatever it is. */
export function baseHeaders({ isHttps }: HeaderOptions): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()",
    ...(isHttps && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}

/** For answers that are no page: opened by themselves they can neither load nor run anything. */
export const RESOURCE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * For the scripts of the build: one that runs as a worker is held to this, and loads its parts. The one that makes
 * reports also loads fonts, and compiles the WebAssembly of the libraries that set pages and draw pictures.
 */
export const SCRIPT_POLICY = `${RESOURCE_POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;

/**
 * The policy of a page. Inline scripts of the prerendered part are named by hash, those rendered for this request
 * carry the nonce; nothing else inline runs. Style attributes are allowed: the canvas places its nodes with them.
 */
export function pagePolicy(nonce: string, hashes: InlineHashes, options: HeaderOptions): string {
  const scripts = options.isDevelopment
    ? ["'self'", "'unsafe-inline'", "'unsafe-eval'"]
    : ["'self'", `'nonce-${nonce}'`, ...hashes.scripts];
  const styles = options.isDevelopment
    ? ["'self'", "'unsafe-inline'"]
    : ["'self'", `'nonce-${nonce}'`, ...hashes.styles];
  const directives = [
    ["default-src", "'none'"],
    ["script-src", ...scripts],
    ["script-src-attr", "'none'"],
    ["style-src", ...styles],
    ["style-src-attr", "'unsafe-inline'"],
    ["img-src", "'self'", "data:", "blob:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'"],
    ["worker-src", "'self'", "blob:"],
    ["manifest-src", "'self'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
    ...(options.isHttps ? [["upgrade-insecure-requests"]] : []),
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}
