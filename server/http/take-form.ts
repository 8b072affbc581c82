import type { IncomingMessage, ServerResponse } from "node:http";
import type { Action } from "#core/access/policy.ts";
import { MOST_FORM_BYTES } from "#core/intake/situation-form.ts";
import type { Result } from "#core/result.ts";
import { CLIENT_HEADER } from "./client-address.ts";
import { holdStatus } from "./page-status.ts";
import { readBody } from "./read-body.ts";
import type { RefusedWay } from "./refused-form.ts";
import type { ReadHeader } from "./same-origin.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A form as it was posted, before anybody read it. */
export interface Posted {
  readonly entries: URLSearchParams;
  /** The address it was posted to: its path, and what stands in the path where the form has a name in brackets. */
  readonly path: string;
  readonly segments: Readonly<Record<string, string>>;
  /** Who sends, as server/http/client-address.ts names them. */
  readonly client: string;
  readonly cookie: string | undefined;
  readonly userAgent: string;
}

/** What was asked for is done. */
export interface Done {
  readonly location: string;
  /** Set-Cookie lines. */
  readonly cookies?: readonly string[];
}

/** What a page is told of a form that comes back to it. */
export interface ComesBack {
  readonly refusal: { readonly kind: string; readonly retryAfter: number };
}

/** A form that a page posts to its own address, for the page to show it again where it is refused. */
export interface TakenForm<Refused extends ComesBack> {
  /** The page, whatever its query is; a name in brackets stands for one segment. */
  readonly path: string;
  /** What the policy table calls what it does; several where one page has several forms (core/access/policy.ts). */
  readonly actions: readonly Action[];
  readonly isFromUs: (header: ReadHeader, publicOrigin: string | undefined) => boolean;
  readonly answer: (posted: Posted) => Promise<Result<Done, Refused>>;
  /** For a form that is not read at all. */
  readonly refuseUnread: (kind: "foreign" | "too-large") => Refused;
  readonly statusOf: (refused: Refused) => number;
  readonly refused: RefusedWay<Refused>;
}

const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * Answers a form where it is posted without scripts: with a redirect, or with the page itself, which a route handler of Next
 * cannot render. That is why the form is taken in here, before Next: it is rendered as for GET, and finds what was typed
 * through `refused`. Everything else goes on to `handle`.
 */
export function takeForm<Refused extends ComesBack>(
  handle: Handle,
  form: TakenForm<Refused>,
  publicOrigin: string | undefined,
): Handle {
  const match = matcher(form.path);
  return async (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const segments = request.method === "POST" ? match(path) : undefined;
    if (segments === undefined) return handle(request, response);

    const answer = await answerOf(request, form, { path, segments, publicOrigin });
    if (answer === undefined) {
      response.destroy();
    } else if (answer.ok) {
      redirect(response, answer.value);
    } else {
      prepareForGet(request, response, form.statusOf(answer.error), answer.error);
      await form.refused.render(answer.error, () => handle(request, response));
    }
  };
}

function matcher(path: string): (given: string) => Readonly<Record<string, string>> | undefined {
  const pattern = new RegExp(`^${path.replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`);
  return (given) => {
    const found = pattern.exec(given);
    return found === null ? undefined : { ...found.groups };
  };
}

interface Where {
  readonly path: string;
  readonly segments: Readonly<Record<string, string>>;
  readonly publicOrigin: string | undefined;
}

/** Undefined when the sender went away before its form was here: there is nobody to answer. */
async function answerOf<Refused extends ComesBack>(
  request: IncomingMessage,
  form: TakenForm<Refused>,
  { path, segments, publicOrigin }: Where,
): Promise<Result<Done, Refused> | undefined> {
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  const isForm = header("content-type")?.split(";")[0]?.trim().toLowerCase() === FORM_TYPE;
  if (!isForm || !form.isFromUs(header, publicOrigin))
    return { ok: false, error: form.refuseUnread("foreign") };
  const body = await readBody(request, MOST_FORM_BYTES);
  if (!body.ok)
    return body.error.kind === "cut-off"
      ? undefined
      : { ok: false, error: form.refuseUnread(body.error.kind) };
  return form.answer({
    entries: new URLSearchParams(body.value),
    path,
    segments,
    client: header(CLIENT_HEADER) ?? "unknown",
    cookie: header("cookie"),
    userAgent: givenUserAgent(request),
  });
}

/** As it came: server/http/secure.ts puts a word of its own into the header, for Next. */
function givenUserAgent({ rawHeaders }: IncomingMessage): string {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === "user-agent");
  return at < 0 ? "" : (rawHeaders[at + 1] ?? "");
}

/** See other: the browser asks for what follows with GET, so that reloading it sends nothing again. */
function redirect(response: ServerResponse, { location, cookies = [] }: Done): void {
  response.writeHead(303, {
    Location: location,
    "Cache-Control": "no-store",
    ...(cookies.length > 0 && { "Set-Cookie": [...cookies] }),
  });
  response.end();
}

function prepareForGet(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { refusal: { kind, retryAfter } }: ComesBack,
): void {
  request.method = "GET";
  for (const name of ["content-type", "content-length", "transfer-encoding"])
    Reflect.deleteProperty(request.headers, name);
  holdStatus(response, status);
  response.setHeader("Cache-Control", "no-store");
  if (retryAfter > 0) response.setHeader("Retry-After", String(retryAfter));
  // The rest of a body too large is not read, so the connection cannot carry another request.
  if (kind === "too-large") response.setHeader("Connection", "close");
}
