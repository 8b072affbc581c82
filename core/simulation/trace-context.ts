/** What a message carries of the request it belongs to, as the headers of W3C Trace Context and Baggage say it. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The span that sent the message: 16 hexadecimal digits. */
  readonly parentId: string;
}

const VERSION_00 = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
/** A later version may add more behind a dash; what comes before is as in version 00. */
const LATER = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const ZEROS = /^0+$/;

/**
 * Reads a `traceparent`; null where it is not one, upon which the reader begins a trace of its own. Who knows later
 * versions reads from them what version 00 would say, as the recommendation asks.
 */
export function readTraceparent(header: string, knowsLaterVersions: boolean): TraceContext | null {
  const match =
    VERSION_00.exec(header) ?? (knowsLaterVersions && !header.startsWith("00") ? LATER.exec(header) : null);
  const [, traceId = "", parentId = ""] = match ?? [];
  if (match === null || ZEROS.test(traceId) || ZEROS.test(parentId)) return null;
  return { traceId, parentId };
}

export function writeTraceparent(version: string, { traceId, parentId }: TraceContext): string {
  const more = version === "00" ? "" : "-00";
  return `${version}-${traceId}-${parentId}-01${more}`;
}

/** As many members of a baggage as fit into so many characters, from the first on; none is cut in two. */
export function truncateBaggage(members: readonly string[], limit: number): readonly string[] {
  const count = members.findIndex((_, index) => members.slice(0, index + 1).join(",").length > limit);
  return count === -1 ? members : members.slice(0, count);
}

/** The value of a member; null where the baggage does not carry it any more. */
export function baggageValue(members: readonly string[], key: string): string | null {
  const member = members.find((one) => one.startsWith(`${key}=`));
  return member === undefined ? null : member.slice(key.length + 1);
}
