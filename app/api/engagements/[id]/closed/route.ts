export { close as POST } from "#server/http/engagement-api.ts";
