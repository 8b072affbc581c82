import { answerApi } from "#server/http/api.ts";
import { UNMERGE_SITUATION } from "#server/http/triage-api.ts";

/** Takes a merge back. */
export const POST = answerApi(UNMERGE_SITUATION);
