import { answerApi } from "#server/http/api.ts";
import { ERASE_SITUATION } from "#server/http/triage-api.ts";

/** Erases everything that was written about a situation. */
export const POST = answerApi(ERASE_SITUATION);
