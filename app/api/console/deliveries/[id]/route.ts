import { answerApi } from "#server/http/api.ts";
import { SHOW_DELIVERY } from "#server/http/delivery-api.ts";

export const GET = answerApi(SHOW_DELIVERY);
