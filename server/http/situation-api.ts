import * as z from "zod";
import { MOST_JSON_BYTES, type SituationProblem } from "#core/intake/situation-form.ts";
import { err, ok, type Result } from "#core/result.ts";
import { submitSituation, type SituationRefusal } from "../services/submit-situation.ts";
import { ownSituationPath } from "../services/own-situation.ts";
import { CLIENT_HEADER } from "./client-address.ts";
import { readBody, type BodyProblem } from "./read-body.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import { isSameOrigin } from "./same-origin.ts";

/** Refusals only a machine can meet, besides those of the form. */
type ApiRefusal =
  SituationRefusal | BodyProblem | { readonly kind: "foreign" } | { readonly kind: "not-json" };

const TITLES: Record<ApiRefusal["kind"], string> = {
  invalid: "Some fields of the situation need another look.",
  "no-key": "Send an Idempotency-Key header with a UUID, the same one for every try.",
  "key-reused": "This Idempotency-Key was used for another situation. Send this one with a key of its own.",
  "too-many": "Too many situations came from this address. Try again after the time in Retry-After.",
  unavailable: "The situation could not be stored just now. Try again with the same Idempotency-Key.",
  foreign: "Situations are not accepted from pages of other sites.",
  "too-large": "The body is larger than 512 KiB. Shorten it, or send a smaller sketch.",
  "cut-off": "The body ended before it was complete. Send it again with the same Idempotency-Key.",
  "not-json": "Send the situation as application/json.",
};

/** A form also carries the field that people leave empty, and a proof of work; they are no part of a situation. */
const Body = z.looseObject({ website: z.string().optional(), proof: z.unknown().optional() });

interface Received {
  readonly draft: unknown;
  readonly isTrapped: boolean;
  readonly proof: unknown;
}

/** POST /api/situations: 201 with the reference and the private link, or an RFC 9457 problem. */
export async function answerSituation(request: Request, publicOrigin: string | undefined): Promise<Response> {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  if (!isSameOrigin(header, publicOrigin)) return problem({ kind: "foreign" });
  const received = await receive(request);
  if (!received.ok) return problem(received.error);

  const submitted = await submitSituation({
    ...received.value,
    client: header(CLIENT_HEADER) ?? "unknown",
    key: header("idempotency-key") ?? "",
  });
  if (!submitted.ok) return problem(submitted.error);
  const { id, reference } = submitted.value;
  const link = ownSituationPath(id);
  const headers = { location: `${link}?received`, "cache-control": "no-store" };
  return Response.json({ reference, link }, { status: 201, headers });
}

async function receive({ headers, body }: Request): Promise<Result<Received, ApiRefusal>> {
  const isJson = headers.get("content-type")?.toLowerCase().startsWith("application/json") ?? false;
  if (!isJson) return err({ kind: "not-json" });
  const text = body === null ? ok("") : await readBody(body, MOST_JSON_BYTES);
  if (!text.ok) return text;
  const given = parseJson(text.value);
  if (given === undefined) return err({ kind: "not-json" });
  const object = Body.safeParse(given);
  if (!object.success) return ok({ draft: given, isTrapped: false, proof: undefined });
  const { website = "", proof, ...draft } = object.data;
  return ok({ draft, isTrapped: website !== "", proof });
}

const STATUS: Record<ApiRefusal["kind"], number> = { ...REFUSAL_STATUS, "cut-off": 400, "not-json": 415 };

function problem(refusal: ApiRefusal): Response {
  const status = STATUS[refusal.kind];
  const body = {
    type: `urn:seamark:problem:${refusal.kind}`,
    title: TITLES[refusal.kind],
    status,
    ...(refusal.kind === "invalid" && { errors: refusal.problems.map(toPointer) }),
  };
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...("retryAfter" in refusal && { "retry-after": String(refusal.retryAfter) }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

function toPointer({ field, message }: SituationProblem) {
  return { pointer: field === "situation" ? "" : `/${field}`, detail: message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
