import { answerApi } from "#server/http/api.ts";
import { VERIFY_CHAIN } from "#server/http/triage-api.ts";

/** Walks the chain of the audit trail. */
export const POST = answerApi(VERIFY_CHAIN);
