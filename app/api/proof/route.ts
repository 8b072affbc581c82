import { connection } from "next/server";
import { issuePuzzle } from "#server/services/proof-of-work.ts";

/** A puzzle for the form, new for each request. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json(await issuePuzzle(new Date()), { headers: { "cache-control": "no-store" } });
}
