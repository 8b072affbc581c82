import { answerApi } from "#server/http/api.ts";
import { READ_SITUATION } from "#server/http/triage-api.ts";

/** One situation with all that was said and done. */
export const GET = answerApi(READ_SITUATION);
