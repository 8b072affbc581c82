import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 in hexadecimal. Browsers have one of their own only where a page came over HTTPS. */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(digest(bytes));
}
