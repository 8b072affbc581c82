import { answerApi } from "#server/http/api.ts";
import { FILE_SITUATION } from "#server/http/triage-api.ts";

/** Puts a situation into an engagement, or into none. */
export const POST = answerApi(FILE_SITUATION);
