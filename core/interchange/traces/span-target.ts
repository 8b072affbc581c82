import type { ConnectionKind } from "../../architecture/vocabulary.ts";
import type { RecordedSpan } from "./recorded-span.ts";

/** Something that has no spans of its own, as a span names it. */
export interface Target {
  readonly kind: "store" | "queue" | "external";
  readonly name: string;
  /** `postgresql`, `kafka`; empty where nothing is said. */
  readonly system: string;
}

/** How a span uses it. `fromTarget` where what is used hands something over: a queue to who reads from it. */
export interface Use {
  readonly target: Target;
  readonly kind: ConnectionKind;
  readonly fromTarget: boolean;
  /** Why, where the span does not say it. */
  readonly guessedKind: string | undefined;
}

/** Where a message goes or comes from; null for a span that is about no message. */
export function destinationOf({ tags }: RecordedSpan): Target | null {
  const isTemporary =
    tags.get("messaging.destination.temporary") === "true" ||
    tags.get("messaging.temp_destination") === "true";
  const name =
    tags.get("messaging.destination.name") ??
    tags.get("messaging.destination") ??
    tags.get("message_bus.destination");
  const template = tags.get("messaging.destination.template");
  const system = tags.get("messaging.system") ?? "";
  if (isTemporary) return { kind: "queue", name: template ?? "Temporary destinations", system };
  return name === undefined ? null : { kind: "queue", name, system };
}

const SENDING = new Set(["send", "publish", "create"]);
const TAKING = new Set(["receive", "process", "deliver", "poll", "consume", "settle", "ack", "nack"]);

/** The queue that a span sends to or takes from. */
export function queueUse(span: RecordedSpan): Use | null {
  const target = destinationOf(span);
  if (target === null) return null;
  const { tags, kind } = span;
  const operation = tags.get("messaging.operation.type") ?? tags.get("messaging.operation") ?? "";
  const takes = kind === "consumer" || (kind !== "producer" && TAKING.has(operation));
  const sends = kind === "producer" || (kind !== "consumer" && SENDING.has(operation));
  return takes || sends ? { target, kind: "send", fromTarget: takes, guessedKind: undefined } : null;
}

/** The database that a client's span uses. */
export function storeUse(span: RecordedSpan): Use | null {
  if (span.kind !== "client") return null;
  const { tags } = span;
  const system = tags.get("db.system.name") ?? tags.get("db.system") ?? tags.get("db.type");
  if (system === undefined) return null;
  const named = [tags.get("db.namespace"), tags.get("db.name"), tags.get("db.instance"), addressOf(span)];
  // Redis numbers its databases, which names none.
  const name = named.find((one) => one !== undefined && !/^\d*$/.test(one)) ?? system;
  const kind = useOf(tags);
  return {
    target: { kind: "store", name, system },
    kind: kind ?? "write",
    fromTarget: false,
    guessedKind: kind === undefined ? "whether it reads or writes is not said" : undefined,
  };
}

const READING = new Set(
  "select get mget hget hgetall lrange zrange scan find aggregate count exists show query search".split(" "),
);
const WRITING = new Set(
  (
    "insert update delete upsert merge replace set mset hset hmset del incr decr expire lpush rpush zadd sadd put create drop " +
    "alter truncate findandmodify insertone insertmany updateone updatemany deleteone deletemany bulkwrite index"
  ).split(" "),
);

/** By the operation that is named, or else the first word of what is asked. */
function useOf(tags: RecordedSpan["tags"]): "read" | "write" | undefined {
  const said = ["db.operation.name", "db.operation", "db.query.text", "db.statement"];
  for (const key of said) {
    const [, word = ""] = /^\s{0,20}([A-Za-z]{1,30})/.exec(tags.get(key) ?? "") ?? [];
    if (READING.has(word.toLowerCase())) return "read";
    if (WRITING.has(word.toLowerCase())) return "write";
  }
  return undefined;
}

/** What a client's span called, where nothing of that is in the files. */
export function externalUse(span: RecordedSpan): Use | null {
  if (span.kind !== "client") return null;
  const name = addressOf(span);
  if (name === undefined || /^(?:localhost|127\.|::1$|0\.0\.0\.0|\[::1\]|\/)/.test(name)) return null;
  const target = { kind: "external", name, system: "" } as const;
  return { target, kind: "call", fromTarget: false, guessedKind: undefined };
}

/** The other side by its name. */
export function addressOf({ tags }: RecordedSpan): string | undefined {
  const said = ["peer.service", "server.address", "net.peer.name", "peer.hostname", "http.host"];
  const key = said.find((one) => tags.has(one));
  if (key !== undefined) return key === "http.host" ? tags.get(key)?.replace(/:\d{1,5}$/, "") : tags.get(key);
  const url = tags.get("url.full") ?? tags.get("http.url") ?? "";
  const [, authority] = /^[a-z]{2,10}:\/\/([^/?#]{1,255})/i.exec(url) ?? [];
  return authority?.slice(authority.lastIndexOf("@") + 1).replace(/:\d{1,5}$/, "");
}
