import type * as z from "zod";
import type { Action, User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import { authorize } from "../auth/authorize.ts";
import { findActor } from "../auth/find-actor.ts";
import { env } from "../env.ts";
import { limit } from "../limits/limit.ts";
import { untilAway } from "../repositories/transaction.ts";
import { readBody } from "./read-body.ts";
import { isProvenSameOrigin } from "./same-origin.ts";

/** What a service answers when it does not do what was asked. */
export type ApiRefusal =
  | { readonly kind: "signed-out" | "forbidden" | "not-found" | "unavailable" }
  /** Somebody was quicker: look again before trying again. */
  | { readonly kind: "conflict" }
  /** A document that is in the bin, and one of which something kept is broken. */
  | { readonly kind: "binned" | "damaged" }
  | { readonly kind: "too-large"; readonly detail: string }
  | { readonly kind: "invalid"; readonly detail: string }
  | { readonly kind: "too-many"; readonly retryAfter: number };

export type ProblemKind = ApiRefusal["kind"] | "foreign" | "not-json" | "not-bytes" | "cut-off";

const PROBLEMS: Record<ProblemKind, readonly [status: number, title: string]> = {
  "signed-out": [401, "Sign in first."],
  forbidden: [403, "Your role does not allow this."],
  "not-found": [404, "There is nothing here."],
  conflict: [409, "Somebody changed this meanwhile. Load it again."],
  binned: [409, "This is in the bin. Restore it first."],
  damaged: [500, "What is kept of this is damaged. It is locked, and nothing of it is overwritten."],
  invalid: [422, "What was sent is not what is asked for here."],
  "too-many": [429, "That was too much at once. Try again after the time in Retry-After."],
  unavailable: [503, "This could not be done just now. Try again."],
  foreign: [403, "This is accepted from pages of this site only."],
  "not-json": [415, "Send application/json."],
  "not-bytes": [415, "Send application/octet-stream."],
  "too-large": [413, "The body is too large."],
  "cut-off": [400, "The body ended before it was complete."],
};

/** One address of the console or the account, for a browser that is signed in. */
export interface Api<Input, Output> {
  /** What the policy table calls it (core/access/policy.ts). */
  readonly action: Action;
  /** Of the JSON body, or of the query of a GET; strict, with limits. The parts of the path are in it by their names. */
  readonly input: z.ZodType<Input>;
  /** How long a body may be, in bytes, where it may be longer than that of a form. */
  readonly most?: number;
  readonly run: (user: User, input: Input) => Promise<Result<Output, ApiRefusal>>;
}

export interface Params {
  readonly params: Promise<Readonly<Record<string, string>>>;
}
export type Answer = (request: Request, context: Params) => Promise<Response>;

/** A route handler that is all of: same origin, signed in, allowed, JSON, parsed. Answers JSON, or an RFC 9457 problem. */
export function answerApi<Input, Output>(api: Api<Input, Output>): Answer {
  return async (request, { params }) => {
    const user = await admit(request, api.action);
    if (!user.ok) return problem(user.error);
    const given = request.method === "GET" ? ok(readQuery(request)) : await readJson(request, api.most);
    if (!given.ok) return problem(given.error);
    const parsed = api.input.safeParse({ ...given.value, ...(await params) });
    if (!parsed.success) return problem({ kind: "invalid", detail: describeIssues(parsed.error) });
    const done = await untilAway(() => api.run(user.value, parsed.data));
    if (!done.ok) return problem({ kind: "unavailable" });
    return done.value.ok ? json(200, done.value.value ?? {}) : problem(done.value.error);
  };
}

/** Who asks, once it is shown that a page of ours does, and that they may. */
export async function admit(
  request: Request,
  action: Action,
): Promise<Result<User, ApiRefusal | { readonly kind: ProblemKind }>> {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  if (request.method !== "GET" && !isProvenSameOrigin(header, env().PUBLIC_URL))
    return err({ kind: "foreign" });
  const actor = await untilAway(() => findActor(header("cookie")));
  if (!actor.ok) return err({ kind: "unavailable" });
  const user = authorize(actor.value, action);
  if (!user.ok) return user;
  const retryAfter = await limit("account-api", user.value.id);
  return retryAfter === 0 ? user : err({ kind: "too-many", retryAfter });
}

export function readQuery({ url }: Request): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

async function readJson(
  { headers, body }: Request,
  most: number | undefined,
): Promise<Result<object, { kind: "not-json" | "too-large" | "cut-off" }>> {
  const isJson = headers.get("content-type")?.toLowerCase().split(";")[0]?.trim() === "application/json";
  if (!isJson) return err({ kind: "not-json" });
  const text = body === null ? ok("{}") : await readBody(body, most);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? ok(value) : err({ kind: "not-json" });
  } catch {
    return err({ kind: "not-json" });
  }
}

export function describeIssues({ issues }: z.ZodError): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join(" ");
}

export function problem(refusal: ApiRefusal | { readonly kind: ProblemKind }): Response {
  const [status, title] = PROBLEMS[refusal.kind];
  const body = {
    type: `urn:seamark:problem:${refusal.kind}`,
    title,
    status,
    ...("detail" in refusal && { detail: refusal.detail }),
  };
  const response = json(status, body);
  response.headers.set("content-type", "application/problem+json");
  if ("retryAfter" in refusal) response.headers.set("retry-after", String(refusal.retryAfter));
  return response;
}

export function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
