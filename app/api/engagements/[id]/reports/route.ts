export { keep as POST } from "#server/http/engagement-api.ts";
