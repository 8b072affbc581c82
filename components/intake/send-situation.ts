import { TRAP_FIELD, type FormEntries } from "#core/intake/form.ts";
import { REFUSAL_KINDS, type RefusalKind, type Refused } from "#core/intake/refusal.ts";
import { FIELDS, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";

export type RefusedSituation = Refused<SituationProblem["field"], RefusalKind | "unreachable">;

export type Sent = { readonly location: string } | RefusedSituation;

const PATIENCE_MS = 20_000;

/** Sends a situation. Whatever does not come back as a receipt or a refusal counts as not reached. */
export async function sendSituation(
  { draft, key, isTrapped }: FormEntries<SituationDraft>,
  proof: unknown,
): Promise<Sent> {
  try {
    const response = await fetch("/api/situations", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ ...draft, proof, ...(isTrapped && { [TRAP_FIELD]: "filled" }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const location = response.headers.get("location");
    if (response.status === 201 && location !== null) return { location };
    const retryAfter = Number(response.headers.get("retry-after") ?? 0);
    return readProblem(await response.json(), retryAfter);
  } catch {
    return UNREACHABLE;
  }
}

const UNREACHABLE: RefusedSituation = { kind: "unreachable", retryAfter: 0, problems: [] };

interface ProblemDocument {
  readonly type?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

function readProblem(body: unknown, retryAfter: number): RefusedSituation {
  const { type, errors = [] } = body as ProblemDocument;
  const kind = REFUSAL_KINDS.find((known) => type === `urn:seamark:problem:${known}`);
  if (kind === undefined) return UNREACHABLE;
  const problems = errors.flatMap(({ pointer, detail }) => {
    const field = FIELDS.find((known) => pointer === `/${known}`);
    return field ? [{ field, message: detail }] : [];
  });
  return { kind, retryAfter, problems };
}

/** A key for another situation. randomUUID is missing where a page is served over plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
