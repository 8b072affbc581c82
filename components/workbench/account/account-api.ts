import type { AccountDocuments } from "#core/access/account-documents.ts";
import { err, ok, type Result } from "#core/result.ts";
import { DOCUMENT_LIMITS } from "#live/check-update.ts";

/** Why the account did not do as it was asked. */
export type Failure =
  /** Nobody answered, or said to come again later. */
  | { readonly kind: "away"; readonly why: string; readonly retryAfter: number }
  | { readonly kind: "signed-out" | "gone" | "binned" | "damaged" }
  | { readonly kind: "refused"; readonly why: string };

type Answer<T> = Promise<Result<T, Failure>>;

const TIMEOUT_MS = 20_000;
const LONGEST_SINCE = 6000;
const BYTES = { "content-type": "application/octet-stream" };
const JSON_TYPE = { "content-type": "application/json" };

async function ask(path: string, init: RequestInit = {}): Answer<Response> {
  try {
    const options = { ...init, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
    const response = await fetch(`/api/documents${path}`, options);
    return response.ok ? ok(response) : err(await failureOf(response));
  } catch {
    return err({ kind: "away", why: "this browser does not reach it", retryAfter: 0 });
  }
}

async function failureOf(response: Response): Promise<Failure> {
  const { status, headers } = response;
  const said = (await response.json().catch(() => ({}))) as {
    readonly type?: string;
    readonly detail?: string;
  };
  const kind = said.type?.split(":").at(-1);
  if (status === 401) return { kind: "signed-out" };
  if (status === 404) return { kind: "gone" };
  if (kind === "binned" || kind === "damaged") return { kind };
  if (status === 429 || status >= 500) {
    const retryAfter = Number(headers.get("retry-after") ?? 0);
    return { kind: "away", why: "it is not available just now", retryAfter };
  }
  return { kind: "refused", why: said.detail ?? "it does not take this" };
}

async function done(asked: Answer<Response>): Answer<void> {
  const answer = await asked;
  return answer.ok ? ok(undefined) : answer;
}

const post = (path: string, body: object = {}) =>
  done(ask(path, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) }));
const sendBytes = (path: string, method: string, body: Uint8Array) =>
  done(ask(path, { method, headers: BYTES, body: new Uint8Array(body) }));

export async function listAccount(): Answer<AccountDocuments> {
  const answer = await ask("");
  return answer.ok ? ok((await answer.value.json()) as AccountDocuments) : answer;
}

/** What is new in a document since a state vector; without one, all of it. */
export async function loadState(id: string, since?: Uint8Array): Answer<Uint8Array> {
  const asked = since === undefined ? "" : inBase64(since);
  const query = asked === "" || asked.length > LONGEST_SINCE ? "" : `?since=${asked}`;
  const answer = await ask(`/${id}${query}`);
  return answer.ok ? ok(new Uint8Array(await answer.value.arrayBuffer())) : answer;
}

function inBase64(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Keeps a whole document in the account, or adds to the one that is there. */
export function putDocument(id: string, whole: Uint8Array, situationId?: string): Answer<void> {
  const about = situationId === undefined ? "" : `?situation=${situationId}`;
  return sendBytes(`/${id}${about}`, "PUT", whole);
}

/** Adds an update, however large; resolves well once it is committed. */
export function sendUpdate(id: string, update: Uint8Array): Answer<void> {
  if (update.byteLength <= DOCUMENT_LIMITS.update) return sendBytes(`/${id}/updates`, "POST", update);
  if (update.byteLength <= DOCUMENT_LIMITS.merge) return sendBytes(`/${id}/merge`, "POST", update);
  return putDocument(id, update);
}

export const binInAccount = (id: string) => post(`/${id}/bin`);
export const restoreInAccount = (id: string) => post(`/${id}/restore`);
export const fileInAccount = (id: string, engagementId: string | null) =>
  post(`/${id}/engagement`, { engagementId });
export const deleteInAccount = (id: string) =>
  done(ask(`/${id}`, { method: "DELETE", headers: JSON_TYPE, body: "{}" }));
