export { share as POST } from "#server/http/engagement-api.ts";
