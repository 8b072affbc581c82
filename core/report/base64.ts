const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as base64 (RFC 4648, 4). */
export function base64(bytes: Uint8Array): string {
  let written = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const left = bytes.length - i;
    written += DIGITS[a >> 2] ?? "";
    written += DIGITS[((a & 3) << 4) | (b >> 4)] ?? "";
    written += left > 1 ? (DIGITS[((b & 15) << 2) | (c >> 6)] ?? "") : "=";
    written += left > 2 ? (DIGITS[c & 63] ?? "") : "=";
  }
  return written;
}
