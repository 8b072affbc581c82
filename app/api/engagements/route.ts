export { list as GET, create as POST } from "#server/http/engagement-api.ts";
