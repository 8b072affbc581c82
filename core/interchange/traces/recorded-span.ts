export const SPAN_KINDS = ["internal", "server", "client", "producer", "consumer"] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** What recorded a span: a service, and the one of its instances that it was. */
export interface RecordedService {
  readonly name: string;
  readonly namespace: string | null;
  readonly cluster: string | null;
  readonly instance: string | null;
  /** Whether it runs in the browser of a person. */
  readonly isBrowser: boolean;
}

/** Another span that a span names. */
export interface SpanReference {
  readonly trace: string;
  readonly id: string;
}

/** A span in the terms that both formats have. Ids are in small hexadecimal digits; times are microseconds. */
export interface RecordedSpan extends SpanReference {
  readonly parent: SpanReference | null;
  /** Whether the parent went on without waiting for it. */
  readonly follows: boolean;
  readonly links: readonly SpanReference[];
  readonly service: RecordedService;
  readonly name: string;
  readonly kind: SpanKind | null;
  readonly start: number;
  readonly duration: number;
  readonly isFailed: boolean;
  /** The attributes that are read here, and no others. */
  readonly tags: ReadonlyMap<string, string>;
  readonly file: string;
  /** The id as the file has it, by which its place is found. */
  readonly written: string;
  /** Where it is known already. */
  readonly line: number | null;
}

const WANTED: ReadonlySet<string> = new Set([
  ...[
    "peer.service",
    "server.address",
    "net.peer.name",
    "peer.hostname",
    "http.host",
    "url.full",
    "http.url",
  ],
  ...["db.system", "db.system.name", "db.type", "db.namespace", "db.name", "db.instance"],
  ...["db.operation", "db.operation.name", "db.query.text", "db.statement"],
  ...["messaging.system", "messaging.destination.name", "messaging.destination", "message_bus.destination"],
  ...["messaging.destination.template", "messaging.destination.temporary", "messaging.temp_destination"],
  ...["messaging.operation", "messaging.operation.name", "messaging.operation.type"],
  ...["http.request.resend_count", "http.resend_count", "span.kind", "error", "otel.status_code"],
]);

/** Texts beyond this are names of nothing. */
const LONGEST = 300;
const NONE: ReadonlyMap<string, string> = new Map();

/** Of all attributes those that are read, as texts. `valueOf` gives the text of one; what is no plain value has none. */
export function wantedTags<T extends { readonly key: string }>(
  attributes: readonly T[] | null | undefined,
  valueOf: (attribute: T) => string | null,
): ReadonlyMap<string, string> {
  if (attributes === null || attributes === undefined) return NONE;
  let tags: Map<string, string> | undefined;
  for (const attribute of attributes) {
    if (!WANTED.has(attribute.key)) continue;
    const value = valueOf(attribute);
    if (value !== null && value !== "") (tags ??= new Map()).set(attribute.key, value.slice(0, LONGEST));
  }
  return tags ?? NONE;
}

/** A resource by its attributes. */
export function serviceOf(tags: ReadonlyMap<string, string>, name: string | null): RecordedService {
  const first = (...keys: readonly string[]) => {
    const key = keys.find((one) => (tags.get(one) ?? "") !== "");
    return key === undefined ? null : (tags.get(key) ?? null);
  };
  return {
    name: name ?? first("service.name") ?? "unknown_service",
    namespace: first("service.namespace"),
    cluster: first("k8s.cluster.name"),
    instance: first("service.instance.id", "k8s.pod.name", "container.id", "host.name", "hostname"),
    isBrowser: first("telemetry.sdk.language") === "webjs",
  };
}

/** The text of a plain value; null for lists and what is nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** A number that may be written as a text, as those beyond 53 bits are; 0 for what is none. */
export function numberOf(value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : 0;
}

/** An id in hexadecimal digits, of 16 or 32, whatever it is written in; an id of another kind as it is. */
export function hexId(written: string): string {
  if (/^[0-9a-fA-F]{1,32}$/.test(written)) {
    const digits = written.toLowerCase();
    return digits.padStart(digits.length > 16 ? 32 : 16, "0");
  }
  return /^(?:[A-Za-z0-9+/]{11}=|[A-Za-z0-9+/]{22}==)$/.test(written)
    ? fromBase64(written)
    : written.slice(0, LONGEST);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text: string): string {
  const bits = Array.from(text.replaceAll("=", ""))
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, "0"))
    .join("");
  const bytes = bits.slice(0, bits.length - (bits.length % 8)).match(/.{8}/g) ?? [];
  return bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, "0")).join("");
}
