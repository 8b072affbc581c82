import { err, ok, type Result } from "#core/result.ts";

const MOST_BODY_BYTES = 64 * 1024;

export type BodyProblem = { readonly kind: "too-large" } | { readonly kind: "cut-off" };

/** The body as text. Nothing beyond the limit is kept in memory; "cut-off" when the sender went away meanwhile. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes = MOST_BODY_BYTES,
): Promise<Result<string, BodyProblem>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > mostBytes) return err({ kind: "too-large" });
      parts.push(chunk);
    }
  } catch {
    return err({ kind: "cut-off" });
  }
  return ok(Buffer.concat(parts).toString("utf8"));
}
