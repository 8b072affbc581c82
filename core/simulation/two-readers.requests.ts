import type { Reading, Rule } from "./two-readers.grammar.ts";

/** What a sender does to be read in two ways; nothing, in an ordinary request. */
export type Difference = Rule | "none";

const SENDER = "ada";
const OTHER = "root";
const ACTIONS = ["read", "list"];

/** What the enforcer lets pass: the sender's own account, harmless actions, and only what is open. */
export function isAllowed(readings: readonly Reading[]): boolean {
  return (
    readings.length > 0 &&
    readings.every(
      ({ account, action, path }) =>
        account === SENDER && ACTIONS.includes(action) && path.startsWith("/open/"),
    )
  );
}

/** A request in bytes, written in one of two ways: each of them deceives readers that the other does not. */
export function requestOf(difference: Difference, isReversed: boolean, page: number): string {
  const inOrder = (one: string, other: string) => (isReversed ? [other, one] : [one, other]);
  switch (difference) {
    case "none":
      return head(`/open/${page}?action=read`, [SENDER]);
    case "header":
      return head(`/open/${page}?action=read`, inOrder(SENDER, OTHER));
    case "query":
      return head(`/open/${page}?${inOrder("action=read", "action=delete").join("&")}`, [SENDER]);
    case "decoding":
      return head(
        isReversed ? `/open/a%25${page}1?action=read` : `/open/%252e%252e/sealed/${page}?action=read`,
        [SENDER],
      );
    case "framing":
      return isReversed ? hiddenInChunk(page) : hiddenBehindLastChunk(page);
  }
}

function head(target: string, accounts: readonly string[], framing: readonly string[] = []): string {
  const lines = [`GET ${target} HTTP/1.1`, ...accounts.map((name) => `Account: ${name}`), ...framing];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function hidden(page: number): string {
  return head(`/sealed/${page}?action=delete`, [SENDER]);
}

/** By length the hidden request is the body; by chunks the body is empty and the hidden one comes next. */
function hiddenBehindLastChunk(page: number): string {
  const body = `0\r\n\r\n${hidden(page)}`;
  return framedTwice(page, body, body.length);
}

/** By chunks the hidden request is the body; by length the body ends before it. */
function hiddenInChunk(page: number): string {
  const size = `${hidden(page).length.toString(16)}\r\n`;
  return framedTwice(page, `${size}${hidden(page)}\r\n0\r\n\r\n`, size.length);
}

function framedTwice(page: number, body: string, length: number): string {
  const framing = [`Content-Length: ${length}`, "Transfer-Encoding: chunked"];
  return head(`/open/${page}?action=read`, [SENDER], framing) + body;
}
