import { answerApi } from "#server/http/api.ts";
import { NOTE_SITUATION } from "#server/http/triage-api.ts";

/** Adds a note of staff. */
export const POST = answerApi(NOTE_SITUATION);
