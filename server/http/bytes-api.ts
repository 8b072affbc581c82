import type * as z from "zod";
import type { Action, User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import { untilAway } from "../repositories/transaction.ts";
import { admit, describeIssues, json, problem, readQuery, type Answer, type ApiRefusal } from "./api.ts";
import { readBytes } from "./read-body.ts";

const BYTES = "application/octet-stream";

/** One address that takes bytes, or answers with them, for a browser that is signed in. */
export interface BytesApi<Input, Output> {
  readonly action: Action;
  /** Of the query and the parts of the path. */
  readonly input: z.ZodType<Input>;
  /** How long a body may be, in bytes. */
  readonly most: number;
  readonly run: (user: User, input: Input, bytes: Uint8Array) => Promise<Result<Output, ApiRefusal>>;
}

/** The checks of `answerApi` for a body of bytes. What is answered with bytes is sent as such, everything else as JSON. */
export function answerBytes<Input, Output>(api: BytesApi<Input, Output>): Answer {
  return async (request, { params }) => {
    const user = await admit(request, api.action);
    if (!user.ok) return problem(user.error);
    const parsed = api.input.safeParse({ ...readQuery(request), ...(await params) });
    if (!parsed.success) return problem({ kind: "invalid", detail: describeIssues(parsed.error) });
    const bytes = request.method === "GET" ? ok(new Uint8Array()) : await readSent(request, api.most);
    if (!bytes.ok) return problem(bytes.error);
    const done = await untilAway(() => api.run(user.value, parsed.data, bytes.value));
    if (!done.ok) return problem({ kind: "unavailable" });
    if (!done.value.ok) return problem(done.value.error);
    const { value } = done.value;
    if (!(value instanceof Uint8Array)) return json(200, value);
    const headers = { "content-type": BYTES, "cache-control": "no-store" };
    return new Response(new Uint8Array(value), { headers });
  };
}

async function readSent({ headers, body }: Request, most: number) {
  const isBytes = headers.get("content-type")?.toLowerCase().split(";")[0]?.trim() === BYTES;
  if (!isBytes) return err({ kind: "not-bytes" } as const);
  return body === null ? ok(new Uint8Array()) : readBytes(body, most);
}
