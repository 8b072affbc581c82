import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Everything that is not an address of the public internet (IANA special-purpose registries). */
const NOT_PUBLIC_4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]);

/** Global unicast is all there is outside; inside it are tunnels to IPv4, and addresses for documents and tests. */
const GLOBAL_6 = blockList("ipv6", [["2000::", 3]]);
const NOT_PUBLIC_6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

function blockList(family: "ipv4" | "ipv6", ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
}

/** Whether an address is out on the internet, and so nothing that only we can reach. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC_4.check(address, "ipv4");
  // An IPv4 address in the clothes of an IPv6 one is not in the global range either.
  return family === 6 && GLOBAL_6.check(address, "ipv6") && !NOT_PUBLIC_6.check(address, "ipv6");
}

export interface Target {
  readonly address: string;
  readonly family: 4 | 6;
}

export type FindAddresses = (host: string) => Promise<readonly { address: string; family: number }[]>;

const RESOLVED_WITHIN_MS = 5000;
const findAddresses: FindAddresses = (host) => lookup(host, { all: true, order: "verbatim" });

/**
 * The one address to connect to, or why not. It is resolved once and then connected to as it is, so that a name that
 * answers differently the second time gains nothing. One private address among several refuses them all.
 */
export async function resolveTarget(
  url: URL,
  allowed: readonly string[],
  find: FindAddresses = findAddresses,
): Promise<Target | "webhook-forbidden" | "webhook-unreachable"> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  const found = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await findInTime(host, find);
  const [first] = found;
  if (first === undefined) return "webhook-unreachable";
  const isAllowed = allowed.includes(`${url.hostname}:${port}`) || allowed.includes(`${host}:${port}`);
  if (!isAllowed && !found.every(({ address }) => isPublicAddress(address))) return "webhook-forbidden";
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}

/** Nothing when there is no such name, or no answer: the system's resolver knows no time limit of its own. */
async function findInTime(host: string, find: FindAddresses): ReturnType<FindAddresses> {
  const limit = new AbortController();
  const late = sleep(RESOLVED_WITHIN_MS, [], { signal: limit.signal }).catch(() => []);
  return Promise.race([find(host).catch(() => []), late]).finally(() => limit.abort());
}
