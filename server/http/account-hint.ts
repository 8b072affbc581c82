import type { IncomingMessage, ServerResponse } from "node:http";

const SIGN_IN = /(?:^|;\s*)(?:__Host-)?seamark=/;
const HINT = /(?:^|;\s*)seamark-account=1/;
const DAYS = 24 * 60 * 60;

/**
 * Tells the scripts of a page whether somebody may be signed in: they cannot read the cookie of the sign-in, and the
 * workbench is the same page for everybody. So a visitor's browser asks for no account, and sends no request to find out.
 * The hint opens nothing, and follows the cookie of the sign-in from one page to the next.
 */
export function hintAccount(
  { headers, url = "" }: IncomingMessage,
  response: ServerResponse,
  isHttps: boolean,
): void {
  if (/^\/(?:_next|api)\//.test(url)) return;
  const cookie = headers.cookie ?? "";
  const isSignedIn = SIGN_IN.test(cookie);
  if (isSignedIn === HINT.test(cookie)) return;
  const age = isSignedIn ? 14 * DAYS : 0;
  const secure = isHttps ? "; Secure" : "";
  const hint = `seamark-account=${isSignedIn ? 1 : 0}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  response.appendHeader("Set-Cookie", hint);
}
