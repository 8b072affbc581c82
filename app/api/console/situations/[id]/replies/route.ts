import { answerApi } from "#server/http/api.ts";
import { REPLY_TO_SITUATION } from "#server/http/triage-api.ts";

/** Writes to the visitor. */
export const POST = answerApi(REPLY_TO_SITUATION);
