import type { IncomingMessage, ServerResponse } from "node:http";
import type { FormEntries } from "#core/intake/form.ts";
import type { Refused } from "#core/intake/refusal.ts";
import { MOST_FORM_BYTES } from "#core/intake/situation-form.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Receipt, Refusal, Submission } from "../services/submit-once.ts";
import { CLIENT_HEADER } from "./client-address.ts";
import { holdStatus } from "./page-status.ts";
import { readBody } from "./read-body.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import type { RefusedForm, RefusedFormWay } from "./refused-form.ts";
import { isSameOrigin } from "./same-origin.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A form that a page posts to its own address. */
export interface PageForm<Draft, Field extends string, Accepted = Receipt> {
  /** The page, or pages, whatever the query is. */
  readonly path: string | RegExp;
  /**
   * Whether the address of the page is itself the right to send its form. Such a page tells nobody where it is, so browsers
   * do not name its origin either; and who could forge its form would have to know the address.
   */
  readonly isCapability?: boolean;
  readonly read: (entries: URLSearchParams) => FormEntries<Draft>;
  readonly submit: (submission: Submission, path: string) => Promise<Result<Accepted, FormRefusal<Field>>>;
  /** Where to go on once it is accepted. */
  readonly locate: (accepted: Accepted, path: string) => string;
  readonly refused: RefusedFormWay<Draft, Field>;
}

type FormRefusal<Field extends string> = Refusal<Field> | { readonly kind: "not-found" };

const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * Answers a form where it is posted without scripts: with a redirect to the receipt, or with the page itself, which a
 * route handler of Next cannot render. That is why the form is taken in here, before Next: it is rendered as for GET,
 * and finds what was typed through `refused`. Everything else goes on to `handle`.
 */
export function receiveForm<Draft, Field extends string, Accepted = Receipt>(
  handle: Handle,
  form: PageForm<Draft, Field, Accepted>,
  publicOrigin: string | undefined,
): Handle {
  return async (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    if (request.method !== "POST" || !isAt(form.path, path)) return handle(request, response);

    const received = await receive(request, path, form, publicOrigin);
    if (received === undefined) {
      response.destroy();
    } else if (received.ok) {
      redirect(response, form.locate(received.value, path));
    } else {
      prepareForGet(request, response, received.error.refusal);
      await form.refused.render(received.error, () => handle(request, response));
    }
  };
}

function isAt(wanted: string | RegExp, path: string): boolean {
  return typeof wanted === "string" ? path === wanted : wanted.test(path);
}

/** Undefined when the sender went away before its form was here: there is nobody to answer. */
async function receive<Draft, Field extends string, Accepted>(
  request: IncomingMessage,
  path: string,
  form: PageForm<Draft, Field, Accepted>,
  publicOrigin: string | undefined,
): Promise<Result<Accepted, RefusedForm<Draft, Field>> | undefined> {
  const header = (name: string): string | undefined => {
    const value = request.headers[name]?.toString();
    return name === "origin" && value === "null" && form.isCapability ? undefined : value;
  };
  const isForm = header("content-type")?.split(";")[0]?.trim().toLowerCase() === FORM_TYPE;
  if (!isForm || !isSameOrigin(header, publicOrigin)) return refuseUnread("foreign");
  const body = await readBody(request, MOST_FORM_BYTES);
  if (!body.ok) return body.error.kind === "cut-off" ? undefined : refuseUnread(body.error.kind);

  const { draft, key, isTrapped } = form.read(new URLSearchParams(body.value));
  const client = header(CLIENT_HEADER) ?? "unknown";
  const submitted = await form.submit({ client, key, draft, isTrapped }, path);
  if (submitted.ok) return ok(submitted.value);
  const needsNewKey = submitted.error.kind === "key-reused" || submitted.error.kind === "no-key";
  return err({ refusal: toRefused(submitted.error), draft, key: needsNewKey ? undefined : key });
}

function refuseUnread(kind: "foreign" | "too-large"): Result<never, RefusedForm<never, never>> {
  return err({ refusal: { kind, retryAfter: 0, problems: [] }, draft: undefined, key: undefined });
}

function toRefused<Field extends string>(refusal: FormRefusal<Field>): Refused<Field> {
  return {
    kind: refusal.kind,
    retryAfter: "retryAfter" in refusal ? refusal.retryAfter : 0,
    problems: refusal.kind === "invalid" ? refusal.problems : [],
  };
}

/** See other: the browser asks for the receipt with GET, so that reloading it sends nothing again. */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, "Cache-Control": "no-store" });
  response.end();
}

function prepareForGet(
  request: IncomingMessage,
  response: ServerResponse,
  { kind, retryAfter }: Refused<string>,
): void {
  request.method = "GET";
  for (const name of ["content-type", "content-length", "transfer-encoding"])
    Reflect.deleteProperty(request.headers, name);
  holdStatus(response, REFUSAL_STATUS[kind]);
  response.setHeader("Cache-Control", "no-store");
  if (retryAfter > 0) response.setHeader("Retry-After", String(retryAfter));
  // The rest of a body too large is not read, so the connection cannot carry another request.
  if (kind === "too-large") response.setHeader("Connection", "close");
}
