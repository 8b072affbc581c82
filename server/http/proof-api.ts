import { limit } from "../limits/limit.ts";
import { issuePuzzle } from "../services/proof-of-work.ts";
import { CLIENT_HEADER } from "./client-address.ts";

/** GET /api/proof: a puzzle, or 429 for an address that asks for more than it can send situations with. */
export async function answerProof({ headers }: Request): Promise<Response> {
  const retryAfter = await limit("proof-address", headers.get(CLIENT_HEADER) ?? "unknown");
  if (retryAfter === 0)
    return Response.json(await issuePuzzle(new Date()), { headers: { "cache-control": "no-store" } });
  const body = {
    type: "urn:seamark:problem:too-many",
    title: "Too many puzzles were asked for from this address. A situation can be sent without one.",
    status: 429,
  };
  const given = { "content-type": "application/problem+json", "retry-after": String(retryAfter) };
  return new Response(JSON.stringify(body), {
    status: 429,
    headers: { ...given, "cache-control": "no-store" },
  });
}
