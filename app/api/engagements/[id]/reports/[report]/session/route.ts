export { session as GET } from "#server/http/engagement-api.ts";
