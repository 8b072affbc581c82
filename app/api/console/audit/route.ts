import { answerApi } from "#server/http/api.ts";
import { READ_TRAIL } from "#server/http/triage-api.ts";

/** A page of the audit trail. */
export const GET = answerApi(READ_TRAIL);
