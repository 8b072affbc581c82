import { createHmac } from "node:crypto";
import { request as requestHttp, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import type { DeliveryProblem } from "#core/delivery/delivery.ts";
import { err, ok, type Result } from "#core/result.ts";
import { resolveTarget, type FindAddresses, type Target } from "./webhook-target.ts";

const ANSWER_WITHIN_MS = 10_000;

/** What the webhook says: that something happened, and where to read of it. Nothing of anybody. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: "situation.received";
  readonly reference: string;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly link: string;
}

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  /** `host:port` that may be reached although they are private. */
  readonly allowed: readonly string[];
  /** For tests; the system's resolver otherwise. */
  readonly find?: FindAddresses;
}

/** The header of a body sent at `seconds` since 1970: HMAC-SHA-256 over both, so that neither can be swapped. */
export function signBody(secret: string, seconds: number, body: string): string {
  const code = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${code}`;
}

/** Tells the webhook of an event; the value means that it answered with success. */
export async function postWebhook(
  { url: address, secret, allowed, find }: WebhookTarget,
  event: WebhookEvent,
  traceparent: string | null,
): Promise<Result<void, DeliveryProblem>> {
  const url = new URL(address);
  const target = await resolveTarget(url, allowed, find);
  if (typeof target === "string") return err(target);
  const body = JSON.stringify(event);
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "User-Agent": "Seamark",
    "Idempotency-Key": event.id,
    "Seamark-Signature": signBody(secret, Math.floor(Date.now() / 1000), body),
    ...(traceparent !== null && { traceparent }),
  };
  const status = await post(url, target, headers, body);
  if (typeof status === "string") return err(status);
  if (status >= 200 && status < 300) return ok(undefined);
  return err(status >= 300 && status < 400 ? "webhook-redirected" : "webhook-refused");
}

/** The status of the answer, whose body is not read at all. A redirect is an answer like any other. */
function post(
  url: URL,
  { address, family }: Target,
  headers: Record<string, string>,
  body: string,
): Promise<number | DeliveryProblem> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const options: RequestOptions = {
    method: "POST",
    headers,
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
    ...(url.username !== "" && { auth: decodeURIComponent(`${url.username}:${url.password}`) }),
    // The address that was checked, whatever the name says by now. It is asked for all of them or for one.
    lookup: (_host, { all }, found) => {
      if (all === true) found(null, [{ address, family }]);
      else found(null, address, family);
    },
  };
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((settle) => {
    const sent = send(url, options, (answer) => {
      settle(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on("error", () => settle(signal.aborted ? "webhook-slow" : "webhook-unreachable"));
    sent.end(body);
  });
}
