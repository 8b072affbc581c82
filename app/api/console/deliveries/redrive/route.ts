import { answerApi } from "#server/http/api.ts";
import { REDRIVE_DELIVERIES } from "#server/http/delivery-api.ts";

export const POST = answerApi(REDRIVE_DELIVERIES);
