import { answerApi } from "#server/http/api.ts";
import { MERGE_SITUATION } from "#server/http/triage-api.ts";

/** Says that a situation is the same as another one. */
export const POST = answerApi(MERGE_SITUATION);
