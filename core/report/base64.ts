const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as base64 (RFC 4648, 4). */
export function base64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) groups.push(groupOf(bytes.subarray(i, i + 3)));
  return groups.join("");
}

function groupOf(bytes: Uint8Array): string {
  const [a = 0, b = 0, c = 0] = bytes;
  const all = (a << 16) | (b << 8) | c;
  const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((all >> shift) & 63));
  return digits
    .slice(0, bytes.length + 1)
    .join("")
    .padEnd(4, "=");
}
