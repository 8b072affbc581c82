import * as z from "zod";
import { answerApi } from "#server/http/api.ts";
import { exportOwnData } from "#server/services/accounts/own-account.ts";

const answer = answerApi({
  action: "account.use",
  input: z.strictObject({}),
  run: (user) => exportOwnData(user),
});

/** All that is kept of whoever asks, as a file. */
export async function GET(...asked: Parameters<typeof answer>): Promise<Response> {
  const response = await answer(...asked);
  if (response.ok) response.headers.set("content-disposition", 'attachment; filename="seamark-account.json"');
  return response;
}
