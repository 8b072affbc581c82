/** Enough for every text of the form at its limit in any script (core/intake/situation-form.ts). */
export const MOST_BODY_BYTES = 64 * 1024;

/** The body as text, or undefined when it is larger than we read. Nothing beyond the limit is kept in memory. */
export async function readBody(chunks: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > MOST_BODY_BYTES) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString("utf8");
}
