import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { NIGHT_STYLES } from "../delivery/render-html.ts";
import type { InlineHashIndex } from "./inline-hashes.ts";
import {
  baseHeaders,
  pagePolicy,
  RESOURCE_POLICY,
  SCRIPT_POLICY,
  type HeaderOptions,
} from "./security-headers.ts";

/** Headers a client must not be able to tell us, since the product believes them. */
const OURS = [
  "content-security-policy",
  "content-security-policy-report-only",
  "x-nonce",
  "x-middleware-subrequest",
];

/** The console shows kept mails in a frame, which is held to the policy of the page around it. */
const MAIL_STYLES = `'sha256-${createHash("sha256").update(NIGHT_STYLES).digest("base64")}'`;

/** next.config.mjs tells Next to render anew, and keep nothing, for whoever carries it. */
const RENDER_ANEW = "seamark-render-anew";

/**
 * Puts the security headers on a response before anyone answers. Next reads the nonce for what it renders from the
 * policy of the *request*. What it would prerender and keep at run time has neither a nonce nor a hash of the build,
 * so such a page is rendered anew for each request.
 */
export function createSecure(options: HeaderOptions, index: InlineHashIndex) {
  const base = Object.entries(baseHeaders(options));
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const name of OURS) Reflect.deleteProperty(request.headers, name);
    for (const [name, value] of base) response.setHeader(name, value);
    const [path = "/"] = (request.url ?? "").split("?");
    // A private link is not even told to our own other pages.
    if (path.startsWith("/situation/mine/")) response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", resourcePolicy(path) ?? preparePage(request, path));
  };

  function preparePage(request: IncomingMessage, path: string): string {
    const { hashes, isUnknownToBuild } = index.find(path);
    const styles = path.startsWith("/console") ? [...hashes.styles, MAIL_STYLES] : hashes.styles;
    const policy = pagePolicy(randomBytes(16).toString("base64"), { ...hashes, styles }, options);
    request.headers["content-security-policy"] = policy;
    if (isUnknownToBuild) request.headers["user-agent"] = RENDER_ANEW;
    return policy;
  }
}

/** Undefined for a page. */
function resourcePolicy(path: string): string | undefined {
  if (/^\/_next\/static\/[^?]*\.js$/.test(path)) return SCRIPT_POLICY;
  return /^\/(?:_next|api|report-assets)\/|^\/(?:healthz|readyz)$/.test(path) ? RESOURCE_POLICY : undefined;
}
