import { connection } from "next/server";
import { answerProof } from "#server/http/proof-api.ts";

/** A puzzle for the form, new for each request. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerProof(request);
}
