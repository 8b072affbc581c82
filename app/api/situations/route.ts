import { env } from "#server/env.ts";
import { answerSituation } from "#server/http/situation-api.ts";

export function POST(request: Request): Promise<Response> {
  return answerSituation(request, env().PUBLIC_URL);
}
