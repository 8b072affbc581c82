/** How a reader takes a request apart where the grammar leaves a choice. */
export interface Dialect {
  /** Which of two headers of one name counts. */
  readonly header: "first" | "last";
  /** What ends the body where both are given: the declared length, or the last chunk. */
  readonly framing: "length" | "chunks";
  /** How often percent signs are decoded. */
  readonly decoding: "once" | "twice";
  /** Which of two values of one key of the query counts. */
  readonly query: "first" | "last";
}
export type Rule = keyof Dialect;

/** What one reader takes a request to be. */
export interface Reading {
  readonly account: string;
  readonly action: string;
  readonly path: string;
  readonly body: string;
}

interface Head {
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly rest: string;
}

const LINE = "\r\n";
const BLANK = LINE + LINE;
const REQUEST_LINE = /^[A-Z]+ (\/\S*) HTTP\/1\.1$/;
const HEADER = /^([A-Za-z-]+): (.*)$/;
const PERCENT = /%([0-7][0-9A-Fa-f])/g;

/** The requests in the bytes of a connection, one after the other, up to where they cannot be read any more. */
export function readRequests(bytes: string, dialect: Dialect): readonly Reading[] {
  const readings: Reading[] = [];
  for (let rest = bytes; rest !== "";) {
    const head = readHead(rest);
    const framed = head && readBody(head, dialect);
    if (!framed) break;
    readings.push({ ...readTarget(head.target, dialect), ...accountOf(head, dialect), body: framed.body });
    rest = framed.rest;
  }
  return readings;
}

/** The rules on which the reading of these bytes depends. Where there are none, every dialect reads the same. */
export function ambiguitiesOf(bytes: string): readonly Rule[] {
  const found = new Set<Rule>();
  const anyone: Dialect = { header: "first", framing: "length", decoding: "once", query: "first" };
  for (let rest = bytes; rest !== "";) {
    const head = readHead(rest);
    if (!head) break;
    for (const rule of ambiguitiesOfHead(head)) found.add(rule);
    // Behind an ambiguous end of a body nobody knows where the next request begins.
    const framed = found.size === 0 && readBody(head, anyone);
    if (!framed) break;
    rest = framed.rest;
  }
  return [...found];
}

function ambiguitiesOfHead({ target, headers }: Head): readonly Rule[] {
  const names = headers.map(([name]) => name);
  const keys = queryOf(target, "once").map(([key]) => key);
  const isFramedTwice = names.includes("transfer-encoding") && names.includes("content-length");
  return [
    ...(new Set(names).size < names.length ? (["header"] as const) : []),
    ...(isFramedTwice ? (["framing"] as const) : []),
    ...(decode(target, "once") !== decode(target, "twice") ? (["decoding"] as const) : []),
    ...(new Set(keys).size < keys.length ? (["query"] as const) : []),
  ];
}

function readHead(bytes: string): Head | null {
  const end = bytes.indexOf(BLANK);
  if (end === -1) return null;
  const [requestLine = "", ...lines] = bytes.slice(0, end).split(LINE);
  const target = REQUEST_LINE.exec(requestLine)?.[1];
  const headers = lines.map((line) => HEADER.exec(line));
  if (target === undefined || headers.includes(null)) return null;
  return {
    target,
    headers: headers.map((header) => [header?.[1]?.toLowerCase() ?? "", header?.[2] ?? ""]),
    rest: bytes.slice(end + BLANK.length),
  };
}

function readBody(head: Head, dialect: Dialect): { readonly body: string; readonly rest: string } | null {
  const length = pick(head.headers, "content-length", dialect.header);
  const isChunked = pick(head.headers, "transfer-encoding", dialect.header) === "chunked";
  if (isChunked && (length === undefined || dialect.framing === "chunks")) return readChunks(head.rest);
  const count = Number(length ?? 0);
  if (!Number.isInteger(count) || count < 0 || count > head.rest.length) return null;
  return { body: head.rest.slice(0, count), rest: head.rest.slice(count) };
}

function readChunks(bytes: string): { readonly body: string; readonly rest: string } | null {
  let body = "";
  for (let rest = bytes; ;) {
    const size = /^([0-9a-f]{1,4})\r\n/.exec(rest);
    if (!size) return null;
    const from = size[0].length;
    const to = from + parseInt(size[1] ?? "", 16);
    if (rest.slice(to, to + LINE.length) !== LINE) return null;
    body += rest.slice(from, to);
    rest = rest.slice(to + LINE.length);
    if (to === from) return { body, rest };
  }
}

function readTarget(target: string, { decoding, query }: Dialect): Pick<Reading, "action" | "path"> {
  const [path = ""] = target.split("?", 1);
  return {
    path: withoutDots(decode(path, decoding)),
    action: pick(queryOf(target, decoding), "action", query) ?? "read",
  };
}

function accountOf({ headers }: Head, { header }: Dialect): Pick<Reading, "account"> {
  return { account: pick(headers, "account", header) ?? "nobody" };
}

function queryOf(target: string, decoding: Dialect["decoding"]): readonly (readonly [string, string])[] {
  const start = target.indexOf("?");
  if (start === -1) return [];
  return target
    .slice(start + 1)
    .split("&")
    .map((pair) => {
      const [key = "", ...value] = pair.split("=");
      return [decode(key, decoding), decode(value.join("="), decoding)];
    });
}

function pick(
  pairs: readonly (readonly [string, string])[],
  name: string,
  which: "first" | "last",
): string | undefined {
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  return which === "first" ? values[0] : values.at(-1);
}

function decode(text: string, times: Dialect["decoding"]): string {
  const once = text.replace(PERCENT, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return times === "once" ? once : decode(once, "once");
}

/** The path with “..” and “.” resolved, as whoever opens it does. */
function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
