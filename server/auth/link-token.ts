import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "./secret.ts";

/** What a private link opens. */
export type LinkPurpose = "situation" | "owner-setup" | "invitation" | "password-reset";

const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/**
 * The token of a private link: the id and a code only we can make (256 bits, HMAC-SHA-256). It is stored nowhere, so a
 * copy of the database opens nothing, and a job can make the link anew when it writes the mail.
 */
export function linkToken(purpose: LinkPurpose, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), codeOf(purpose, id)]).toString(
    "base64url",
  );
}

/** The id a token was made for, or undefined when it was not made by us for this purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string): string | undefined {
  if (!TOKEN.test(token)) return undefined;
  const bytes = Buffer.from(token, "base64url");
  const id = bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(bytes.subarray(16), codeOf(purpose, id)) ? id : undefined;
}

function codeOf(purpose: LinkPurpose, id: string): Buffer {
  return createHmac("sha256", deriveKey("links")).update(`${purpose} ${id}`).digest();
}
