import type { IncomingMessage, ServerResponse } from "node:http";
import { EMPTY_DRAFT, readEntries } from "#core/intake/situation-form.ts";
import { submitSituation } from "../services/submit-situation.ts";
import { CLIENT_HEADER, nameClient } from "./client-address.ts";
import { readBody } from "./read-body.ts";
import { isSameOrigin } from "./same-origin.ts";
import { holdStatus } from "./page-status.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import { withRefusedSituation, type FormRefusal, type RefusedSituation } from "./refused-situation.ts";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FormOptions {
  readonly trustedHops: number;
  readonly publicOrigin: string | undefined;
}

const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * Names the caller for `handle`, and answers the form of /situation where it is posted without scripts: with a
 * redirect to the receipt, or with the page itself, which a route handler of Next cannot render. That is why the form
 * is taken in here, before Next: it is rendered as for GET, and finds what was typed through `refusedSituation`.
 */
export function receiveSituations(handle: Handle, options: FormOptions): Handle {
  return async (request, response) => {
    nameClient(request, options.trustedHops);
    const [path] = (request.url ?? "").split("?");
    if (request.method !== "POST" || path !== "/situation") return handle(request, response);

    const received = await receive(request, options);
    if (received === undefined) response.destroy();
    else if ("location" in received) redirect(response, received.location);
    else await renderRefused(received, handle, request, response);
  };
}

/** Undefined when the sender went away before its form was here: there is nobody to answer. */
async function receive(
  request: IncomingMessage,
  { publicOrigin }: FormOptions,
): Promise<RefusedSituation | { readonly location: string } | undefined> {
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  const isForm = header("content-type")?.split(";")[0]?.trim().toLowerCase() === FORM_TYPE;
  if (!isForm || !isSameOrigin(header, publicOrigin)) return refuseUnread({ kind: "foreign" });
  const body = await readBody(request);
  if (!body.ok) return body.error.kind === "cut-off" ? undefined : refuseUnread(body.error);

  const { draft, key, isTrapped } = readEntries(new URLSearchParams(body.value));
  const client = header(CLIENT_HEADER) ?? "unknown";
  const submitted = await submitSituation({ client, key, draft, isTrapped });
  if (submitted.ok) return { location: `/situation/received/${submitted.value.reference}` };
  const needsNewKey = submitted.error.kind === "key-reused" || submitted.error.kind === "no-key";
  return { refusal: submitted.error, draft, key: needsNewKey ? undefined : key };
}

function refuseUnread(refusal: FormRefusal): RefusedSituation {
  return { refusal, draft: EMPTY_DRAFT, key: undefined };
}

/** See other: the browser asks for the receipt with GET, so that reloading it sends nothing again. */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, "Cache-Control": "no-store" });
  response.end();
}

async function renderRefused(
  refused: RefusedSituation,
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { refusal } = refused;
  request.method = "GET";
  for (const name of ["content-type", "content-length", "transfer-encoding"])
    Reflect.deleteProperty(request.headers, name);
  holdStatus(response, REFUSAL_STATUS[refusal.kind]);
  response.setHeader("Cache-Control", "no-store");
  if ("retryAfter" in refusal) response.setHeader("Retry-After", String(refusal.retryAfter));
  // The rest of a body too large is not read, so the connection cannot carry another request.
  if (refusal.kind === "too-large") response.setHeader("Connection", "close");
  await withRefusedSituation(refused, () => handle(request, response));
}
