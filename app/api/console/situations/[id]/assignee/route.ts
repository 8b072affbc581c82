import { answerApi } from "#server/http/api.ts";
import { ASSIGN_SITUATION } from "#server/http/triage-api.ts";

/** Gives a situation to somebody, or to nobody. */
export const POST = answerApi(ASSIGN_SITUATION);
