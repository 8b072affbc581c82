import { answerApi } from "#server/http/api.ts";
import { LIST_SITUATIONS } from "#server/http/triage-api.ts";

/** A page of the inbox. */
export const GET = answerApi(LIST_SITUATIONS);
