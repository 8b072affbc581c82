import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The header in which the server tells its own pages who is calling. What a client writes there is overwritten. */
export const CLIENT_HEADER = "x-seamark-client";

export function nameClient(request: IncomingMessage, trustedHops: number): void {
  const forwarded = request.headers["x-forwarded-for"] ?? "";
  const list = typeof forwarded === "string" ? forwarded : forwarded.join(",");
  request.headers[CLIENT_HEADER] = clientAddress(request.socket.remoteAddress ?? "", list, trustedHops);
}

/**
 * Who is to be limited: the address the outermost trusted proxy saw, and without one that of the socket. Everything
 * further left in X-Forwarded-For is the caller's own claim. An IPv6 caller is its /64, all of which it commands.
 */
export function clientAddress(socketAddress: string, forwardedFor: string, trustedHops: number): string {
  const socket = canonicalAddress(socketAddress) ?? "unknown";
  if (trustedHops === 0) return socket;
  const claims = forwardedFor.split(",").map((claim) => claim.trim());
  return canonicalAddress(claims.at(-trustedHops) ?? "") ?? socket;
}

function canonicalAddress(text: string): string | undefined {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*/s, "");
  const version = isIP(address);
  if (version === 4) return address;
  if (version === 0) return undefined;
  // URL writes an IPv6 address in its one canonical form.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  return `${expand(canonical).slice(0, 4).join(":")}::/64`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}
