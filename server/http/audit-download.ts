import { findActor } from "../auth/find-actor.ts";
import { trailLines } from "../services/audit-trail.ts";

/** The whole trail as JSON lines, for an owner; nothing for everybody else. */
export async function downloadTrail(request: Request): Promise<Response> {
  const actor = await findActor(request.headers.get("cookie") ?? undefined);
  const lines = trailLines(actor);
  if (!lines.ok) return new Response(null, { status: lines.error.kind === "signed-out" ? 401 : 403 });
  return new Response(streamOf(lines.value), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": 'attachment; filename="seamark-audit.jsonl"',
      "cache-control": "no-store",
    },
  });
}

/** Lines as they are read: however long the trail is, a step of it is in memory. */
function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const step = await iterator.next();
      if (step.done === true) out.close();
      else out.enqueue(encoder.encode(step.value));
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
