/** A host that a value names. */
export interface NamedHost {
  /** In small letters, as names of hosts are compared. */
  readonly host: string;
  /** What stands before `://`, in small letters; null without it. */
  readonly scheme: string | null;
  /** Whether the value can hardly be anything but a host; otherwise it only may be one. */
  readonly isClear: boolean;
}

/** Stands for a part of a value that the file does not say: a variable without a default. */
export const UNSAID = "\u0000";

/** Last words of names whose value is no host, even where some host is called like it. */
const NO_HOST = words(
  "name user username login owner password pass passwd secret token key database db schema keyspace bucket env environment mode " +
    "role type kind engine driver dialect adapter connection provider tag version level format locale lang tz timezone prefix " +
    "suffix topic queue exchange group index id path dir directory file profile profiles plugin plugins protocol realm label " +
    "title app application module command action stage theme namespace attributes network networks image store cache",
);

/** Words in names of variables and options whose value is a host. */
const HOST = words(
  "host hosts hostname hostnames addr addrs address addresses url urls uri uris server servers endpoint endpoints broker brokers " +
    "bootstrap upstream upstreams peer peers seed seeds seedlist node nodes dsn proxy contact points remote origin connect h",
);

/** What Go's drivers write before an address in brackets: `app:secret@tcp(db:3306)`. */
const TRANSPORTS = words("tcp unix");

/** Programs of which the next word is a host. */
const ASKING = words("nslookup ping dig telnet hosts host wait-for wait-for-it wait-for-it.sh");

const SEPARATORS = /[\s,;'"()[\]{}<>|`\\]+/;
const HOST_NAME = /^[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?$/;

/** Characters of a value that are read: what is longer is no list of hosts. */
const LONGEST = 20_000;

/** The hosts in the value of a variable: alone, with a port, in a URL, in lists of those, and in connection strings. */
export function hostsInValue(name: string, whole: string): readonly NamedHost[] {
  const value = whole.slice(0, LONGEST);
  const isNone = isNoHostKey(name);
  return each([
    ...chunksOf(value).flatMap((chunk) => hostsInChunk(chunk, isNone)),
    ...(isNone ? [] : listed(name, value)),
  ]);
}

function chunksOf(value: string): readonly string[] {
  return value.split(SEPARATORS).filter((chunk) => chunk !== "");
}

/** Each host once, and with each of its schemes. */
function each(hosts: readonly NamedHost[]): readonly NamedHost[] {
  return [...new Map(hosts.map((one) => [`${one.scheme ?? ""} ${one.host}`, one])).values()];
}

/** The hosts in a command. A word alone counts only where an option or a program says that it is a host. */
export function hostsInCommand(command: string): readonly NamedHost[] {
  const chunks = chunksOf(command.slice(0, LONGEST));
  const asksPorts = chunks.includes("nc");
  const hosts = chunks.flatMap((chunk, i) => {
    const [before = "", after = ""] = [chunks[i - 1], chunks[i + 1]];
    const isAsked = asksForHost(before) || (asksPorts && /^(?:nc|-.*)$/.test(before) && isPort(after));
    return isAsked && !/[=:/@]/.test(chunk) ? named(chunk, null, true) : hostsInChunk(chunk, false);
  });
  return each(hosts);
}

/** `--db-host`, `ping` */
function asksForHost(word: string): boolean {
  return ASKING.has(word) || (word.startsWith("-") && !word.includes("=") && isHostKey(word));
}

/** Words alone, under a name that says that they are hosts; one that is the whole value may be one under any name. */
function listed(name: string, value: string): readonly NamedHost[] {
  const isClear = isHostKey(name);
  const items = value.replaceAll(/["'[\]]/g, "").split(/[,;]/);
  return isClear || items.length === 1 ? items.flatMap((item) => named(item.trim(), null, isClear)) : [];
}

/** `name=value` says itself what its value is; otherwise the name around it does. */
function hostsInChunk(chunk: string, isNone: boolean): readonly NamedHost[] {
  const scheme = chunk.indexOf("://");
  const equals = chunk.lastIndexOf("=", scheme < 0 ? chunk.length : scheme);
  const value = chunk.slice(equals + 1);
  if (scheme >= 0) return inAddress(value);
  if (equals < 0) return isNone ? [] : (withPort(value) ?? []);
  const name = chunk.slice(0, equals);
  if (isNoHostKey(name)) return [];
  return withPort(value) ?? (isHostKey(name) ? named(value, null, true) : []);
}

/** `db:5432/app`, `user:secret@db`; null for anything else. */
function withPort(value: string): readonly NamedHost[] | null {
  const [authority = ""] = value.split("/", 1);
  const user = authority.lastIndexOf("@");
  const [host = "", port] = authority.slice(user + 1).split(":");
  if (port !== undefined) return isPort(port) ? named(host, null, true) : [];
  if (user < 0) return null;
  return TRANSPORTS.has(host) ? [] : named(host, null, true);
}

/** `jdbc:postgresql://user:secret@db:5432/app` */
function inAddress(value: string): readonly NamedHost[] {
  const at = value.indexOf("://");
  const before = value.slice(0, at);
  const scheme = before.slice(before.lastIndexOf(":") + 1).toLowerCase();
  const [authority = ""] = value.slice(at + 3).split(/[/?#]/, 1);
  const [host = ""] = authority.slice(authority.lastIndexOf("@") + 1).split(":");
  return named(host, scheme === "" ? null : scheme, true);
}

function named(host: string, scheme: string | null, isClear: boolean): readonly NamedHost[] {
  const small = host.toLowerCase().replace(/\.$/, "");
  return HOST_NAME.test(small) ? [{ host: small, scheme, isClear }] : [];
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) || text.startsWith(UNSAID) || text.startsWith("$");
}

function isHostKey(key: string): boolean {
  return !isNoHostKey(key) && wordsOf(key).some((word) => HOST.has(word));
}

function isNoHostKey(key: string): boolean {
  const all = wordsOf(key);
  const [before, last] = [all.at(-2), all.at(-1)];
  return last !== undefined && NO_HOST.has(last) && !(last === "name" && before === "host");
}

function wordsOf(key: string): readonly string[] {
  return key
    .slice(-100)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
