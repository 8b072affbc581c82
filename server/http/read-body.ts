import { err, ok, type Result } from "#core/result.ts";

const MOST_BODY_BYTES = 64 * 1024;

export type BodyProblem = { readonly kind: "too-large" } | { readonly kind: "cut-off" };

/** The body as text. Nothing beyond the limit is kept in memory; "cut-off" when the sender went away meanwhile. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  most = MOST_BODY_BYTES,
): Promise<Result<string, BodyProblem>> {
  const bytes = await readBytes(chunks, most);
  return bytes.ok ? ok(bytes.value.toString("utf8")) : bytes;
}

/** The same for a body of bytes, with a limit of its own. */
export async function readBytes(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Result<Buffer, BodyProblem>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > most) return err({ kind: "too-large" });
      parts.push(chunk);
    }
  } catch {
    return err({ kind: "cut-off" });
  }
  return ok(Buffer.concat(parts));
}
