import { answerApi } from "#server/http/api.ts";
import { MOVE_SITUATION } from "#server/http/triage-api.ts";

/** Moves a situation to another state. */
export const POST = answerApi(MOVE_SITUATION);
