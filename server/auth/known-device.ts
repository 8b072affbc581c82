import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../env.ts";
import { deriveKey } from "./secret.ts";
import { setCookie } from "./sign-in-cookie.ts";

const YEAR = 365 * 24 * 60 * 60;
const ID_BYTES = 16;
const VALUE = /^[A-Za-z0-9_-]{64}$/;

/**
 * A browser in which somebody has signed in to an account carries a mark: random bytes and a code over them and the address
 * of the account. Guesses from there are counted apart, so that strangers who guess lock nobody out. It opens nothing.
 */
export function markDevice(email: string): string {
  const id = randomBytes(ID_BYTES);
  const value = Buffer.concat([id, codeOf(id, email)]).toString("base64url");
  return setCookie(cookieName(), value, { seconds: YEAR, isSecure: isHttps() });
}

/** What names the device for the limits, if it carries the mark of the account of that address. */
export function findDevice(cookie: string | undefined, email: string): string | undefined {
  const lines = (cookie ?? "").split(/; */);
  const line = lines.find((one) => one.startsWith(`${cookieName()}=`));
  const value = line?.slice(cookieName().length + 1) ?? "";
  if (!VALUE.test(value)) return undefined;
  const bytes = Buffer.from(value, "base64url");
  const id = bytes.subarray(0, ID_BYTES);
  return timingSafeEqual(bytes.subarray(ID_BYTES), codeOf(id, email)) ? id.toString("base64url") : undefined;
}

function codeOf(id: Buffer, email: string): Buffer {
  return createHmac("sha256", deriveKey("devices")).update(id).update(email).digest();
}

function cookieName(): string {
  return isHttps() ? "__Host-seamark-device" : "seamark-device";
}

function isHttps(): boolean {
  return env().PUBLIC_URL?.startsWith("https:") ?? false;
}
