import { createHmac } from "node:crypto";
import { accountsOfProcess } from "./accounts.ts";

/** The Set-Cookie line that signs a browser in, with the token of a sign-in signed as better-auth reads it. */
export async function signInCookie(token: string): Promise<string> {
  const { authCookies, secret } = await accountsOfProcess().$context;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const { name, attributes } = authCookies.sessionToken;
  return setCookie(name, encodeURIComponent(`${token}.${signature}`), {
    seconds: attributes.maxAge ?? 0,
    isSecure: attributes.secure ?? false,
  });
}

/** The line that makes a browser forget its sign-in. */
export async function signOutCookie(): Promise<string> {
  const { name, attributes } = (await accountsOfProcess().$context).authCookies.sessionToken;
  return setCookie(name, "", { seconds: 0, isSecure: attributes.secure ?? false });
}

/** One Set-Cookie line of the product's own: for this host and its scripts not to read. */
export function setCookie(
  name: string,
  value: string,
  { seconds, isSecure }: { readonly seconds: number; readonly isSecure: boolean },
): string {
  const parts = [`${name}=${value}`, `Max-Age=${seconds}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}
