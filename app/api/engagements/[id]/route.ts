export { find as GET, change as POST, remove as DELETE } from "#server/http/engagement-api.ts";
