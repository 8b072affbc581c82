import { answerApi } from "#server/http/api.ts";
import { LIST_DELIVERIES } from "#server/http/delivery-api.ts";

export const GET = answerApi(LIST_DELIVERIES);
